import { z } from "zod";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { ContentRecord, FieldValue } from "@/lib/domain/directory/content/schemas";

/** A field of a form as its schema in the contract describes it. */
export type RecordField = {
  name: string;
  label: string;
  hint?: string;
  isRequired: boolean;
  kind: "line" | "prose" | "choice" | "tick" | "number" | "time" | "list" | "links" | "rules";
  options: readonly string[];
  /** What each rule holds, where it is a field of rules. */
  rules?: Readonly<Record<string, { type?: string }>>;
  /** What stands there before anybody writes. */
  initial: string | boolean;
};
/** A form as its controls hold it. */
export type Values = Record<string, string | boolean>;

type Described = {
  type?: string;
  enum?: string[];
  format?: string;
  maxLength?: number;
  items?: { type?: string };
  properties?: Record<string, { type?: string }>;
  title?: string;
  description?: string;
};

/** Beyond that many characters a text gets more than a line. */
const LINE_MAX = 300;
const NOT_IN_FORM = ["reason"];
const MAY_BE_EMPTY: readonly RecordField["kind"][] = ["tick", "list", "links", "rules"];

function kindOf({ type, enum: options, format, items, maxLength = 0 }: Described): RecordField["kind"] {
  if (options) return "choice";
  if (type === "boolean") return "tick";
  if (type === "array") return items?.type === "object" ? "links" : "list";
  if (type === "object") return "rules";
  if (type === "integer" || type === "number") return "number";
  if (format === "date-time") return "time";
  return format === undefined && maxLength > LINE_MAX ? "prose" : "line";
}

/** What is inside of a field that may be left out, emptied or has a default. */
function unwrapped(field: z.ZodType): { inner: z.ZodType; given?: unknown; isOptional: boolean } {
  if (field instanceof z.ZodDefault)
    return { inner: field.unwrap() as z.ZodType, given: field.def.defaultValue, isOptional: false };
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable) {
    return { ...unwrapped(field.unwrap() as z.ZodType), isOptional: true };
  }
  return { inner: field, isOptional: false };
}

function recordField(name: string, field: z.ZodType): RecordField {
  const { inner, given, isOptional } = unwrapped(field);
  const described = z.toJSONSchema(inner, { io: "input", unrepresentable: "any" }) as Described;
  const { title = name, description, enum: options = [], properties: rules } = described;
  const kind = kindOf(described);
  const initial = kind === "tick" ? given === true : typeof given === "string" ? given : "";
  const isRequired = !isOptional && !MAY_BE_EMPTY.includes(kind);
  const words = { label: title, ...(description && { hint: description }) };
  return { name, ...words, isRequired, kind, options, ...(rules && { rules }), initial };
}

/** The fields of what an operation takes, in the contract's order; the reason has a field of its own. */
export function recordFields({ body }: Pick<Endpoint, "body">): RecordField[] {
  if (!(body instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(body.shape)
    .filter(([name]) => !NOT_IN_FORM.includes(name))
    .map(([name, field]) => recordField(name, field));
}

/** A record's fields as controls hold them. */
export function valuesOf(fields: readonly RecordField[], written: ContentRecord["fields"] = {}): Values {
  return Object.fromEntries(
    fields.map(({ name, kind, initial }) => {
      const value = written[name];
      if (value === undefined) return [name, initial];
      if (typeof value === "boolean") return [name, value];
      if (typeof value === "object") return [name, linesOf(value).join("\n")];
      return [name, kind === "time" ? localTime(String(value)) : String(value)];
    }),
  );
}

/** A list, links or rules as lines: `https://wire.example/ The report`, `careTypes: memory-care, home-care`. */
export function linesOf(value: Exclude<FieldValue, string | number | boolean>): string[] {
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === "string" ? one : [one.url, one.title].filter(Boolean).join(" ")));
  }
  return Object.entries(value).map(([name, held]) => `${name}: ${Array.isArray(held) ? held.join(", ") : held}`);
}

const parts = (text: string, separator: string) =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

function link(line: string) {
  const [url, ...title] = line.split(/\s+/);
  return { url, ...(title.length > 0 && { title: title.join(" ") }) };
}

function rule(line: string, rules: RecordField["rules"] = {}): [name: string, held: unknown] {
  const [name = "", ...rest] = line.split(":");
  const text = rest.join(":").trim();
  const type = rules[name.trim()]?.type;
  return [name.trim(), type === "array" ? parts(text, ",") : type === "number" ? Number(text || Number.NaN) : text];
}

/** What a control holds, as the API takes it; undefined where it is empty. */
function given({ kind, rules }: RecordField, value: string | boolean | undefined): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (kind === "list") return parts(text, "\n");
  if (kind === "links") return parts(text, "\n").map(link);
  if (kind === "rules") return Object.fromEntries(parts(text, "\n").map((line) => rule(line, rules)));
  if (text === "") return undefined;
  if (kind === "number") return Number(text);
  return kind === "time" ? instant(text) : text;
}

/** All of a form, without what is empty. */
export function creationOf(fields: readonly RecordField[], values: Values): Record<string, unknown> {
  const all = fields.map((field) => [field.name, given(field, values[field.name])] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** What differs from how the form began; null takes away what was there. */
export function changeOf(fields: readonly RecordField[], values: Values, before: Values): Record<string, unknown> {
  const changed = fields.filter(({ name }) => values[name] !== before[name]);
  return Object.fromEntries(changed.map((field) => [field.name, given(field, values[field.name]) ?? null]));
}

/** What the contract says against a form, by the field it is of; the reason is judged at its own. */
export function flawsOf({ body }: Pick<Endpoint, "body">, given: Record<string, unknown>): Record<string, string> {
  const { error } = body!.safeParse({ ...given, reason: "given" }, { error: issueSentence, reportInput: true });
  const flaws = (error?.issues ?? []).map(({ path, message, input }) => {
    const isEmpty = input === undefined || input === null;
    return [String(path[0] ?? ""), isEmpty ? "Fill this in." : asSentence(message)] as const;
  });
  // The first that is wrong with a field is said.
  return Object.fromEntries(flaws.toReversed());
}

const MINUTE_MS = 60_000;

/** An instant as the browser's own field writes it, in the person's zone. */
function localTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

function instant(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
