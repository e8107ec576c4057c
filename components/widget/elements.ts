type Attributes = Record<string, string | number | boolean | undefined>;
type Child = Node | string | null | undefined | false;

/** An element with attributes and children. Text goes in as text: nothing of an answer is ever read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** One of a few. */
export function choice(legend: string, name: string, options: [value: string, label: string][], chosen: string) {
  return el(
    "fieldset",
    {},
    el("legend", {}, legend),
    el(
      "div",
      { class: "choices" },
      ...options.map(([value, label]) =>
        el("label", {}, el("input", { type: "radio", name, value, checked: value === chosen }), el("span", {}, label)),
      ),
    ),
  );
}

export function field(label: string, attributes: Attributes & { name: string }, hint?: string) {
  const id = `f-${attributes.name}`;
  const hintId = hint && `${id}-hint`;
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label),
    el("input", { ...attributes, id, "aria-describedby": hintId }),
    hint ? el("p", { id: hintId, class: "hint" }, hint) : null,
  );
}
