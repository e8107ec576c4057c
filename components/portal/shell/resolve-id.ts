const PLACES: [form: RegExp, landing: (id: string) => { label: string; href: string }][] = [
  [/^[0-9a-f]{24}$/, (id) => ({ label: `Open action ${id}`, href: `/actions/${id}` })],
  [/^key_[0-9a-f]{24}$/, (id) => ({ label: `Open key ${id}`, href: `/keys?key=${id}` })],
  [/^evt_[0-9a-f]{24}$/, (id) => ({ label: `Find event ${id} among webhook deliveries`, href: "/webhooks" })],
  [/^whd_[0-9a-f]{24}$/, (id) => ({ label: `Find delivery ${id} among webhooks`, href: "/webhooks" })],
];

/** Where a pasted id lands. Undefined for text that is no id of this portal. */
export function resolveId(text: string): { label: string; href: string } | undefined {
  const id = text.trim();
  return PLACES.find(([form]) => form.test(id))?.[1](id);
}
