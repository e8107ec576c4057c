import { useEffect, useRef } from "react";
import { statusWord } from "@/components/admin/content/content-kinds";
import type { RecordField, Values } from "@/components/admin/content/record-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

type RecordFieldsProps = {
  fields: readonly RecordField[];
  values: Values;
  /** What is wrong, by field. */
  flaws: Readonly<Record<string, string>>;
  /** What else is to be said of a field. */
  hints?: Readonly<Record<string, string>>;
  onChange: (name: string, value: string | boolean) => void;
};

/** The fields of a record, each with the control that its kind asks for; the first that is wrong is gone to. */
export function RecordFields({ fields, values, flaws, hints = {}, onChange }: RecordFieldsProps) {
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(flaws).length > 0) all.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [flaws]);
  return (
    <div ref={all} className="grid gap-4 md:grid-cols-2">
      {fields.map((field, n) => {
        const { name, label, kind, isRequired } = field;
        const hint = hints[name] ?? [field.hint, KIND_HINTS[kind]].filter(Boolean).join(" ");
        const value = values[name];
        const className = n === 0 || WIDE.includes(kind) ? "md:col-span-2" : undefined;
        if (typeof value === "boolean") {
          return (
            <div key={name} className={className}>
              <Checkbox
                label={label}
                hint={hint}
                checked={value}
                onCheckedChange={(checked) => onChange(name, checked)}
              />
            </div>
          );
        }
        return (
          <Field key={name} className={className} label={label} optional={!isRequired} hint={hint} error={flaws[name]}>
            <Control field={field} value={value ?? ""} onChange={(text) => onChange(name, text)} />
          </Field>
        );
      })}
    </div>
  );
}

/** Kinds that take the whole width. */
const WIDE: readonly RecordField["kind"][] = ["prose", "list", "links", "rules", "tick"];
const KIND_HINTS: Partial<Record<RecordField["kind"], string>> = {
  list: "One a line.",
  links: "One a line: the address, then a title if it has one.",
  rules: "One a line, such as “region: Front Range” or “careTypes: memory-care, home-care”.",
  time: "In your own time zone.",
};
const ROWS = { prose: 5, list: 3, links: 3, rules: 3 };

type ControlProps = { field: RecordField; value: string; onChange: (text: string) => void };

function Control({ field: { kind, options, initial }, value, onChange }: ControlProps) {
  const wired = { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  switch (kind) {
    case "choice":
      return (
        <Select
          {...(initial === "" && { placeholder: "Choose one" })}
          options={options.map((option) => ({ value: option, label: statusWord(option) }))}
          {...wired}
        />
      );
    case "prose":
    case "list":
    case "links":
    case "rules":
      return <Textarea rows={ROWS[kind]} {...wired} />;
    case "number":
      return <Input type="number" inputMode="numeric" {...wired} />;
    case "time":
      return <Input type="datetime-local" {...wired} />;
    default:
      return <Input autoComplete="off" {...wired} />;
  }
}
