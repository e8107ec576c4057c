import type { z } from "zod";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type { CallOf } from "@/lib/contract/endpoint";
import { createWebhook } from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type WebhookForm = {
  url: string;
  description: string;
  receiveAllEvents: boolean;
  eventTypes: string[];
  /** Null keeps those that are stored: their values cannot be read back. */
  headers: { name: string; value: string }[] | null;
};

export const EMPTY_FORM: WebhookForm = {
  url: "",
  description: "",
  receiveAllEvents: false,
  eventTypes: [],
  headers: [],
};

/** A webhook as it stands, ready to be changed. */
export function formOf({ url, description, receiveAllEvents, eventTypes, headers }: Webhook): WebhookForm {
  const hasHeaders = Object.keys(headers).length > 0;
  return { url, description: description ?? "", receiveAllEvents, eventTypes, headers: hasHeaders ? null : [] };
}

const FIELDS = ["url", "description", "eventTypes", "headers"] as const;
export type WebhookField = (typeof FIELDS)[number];
export type FieldErrors = Partial<Record<WebhookField, string>>;

/** What the contract accepts of a new webhook. */
export type WebhookInput = CallOf<typeof createWebhook>;

/** The form as the contract wants it, or all that is wrong with it, field by field. */
export function readForm(form: WebhookForm): { input: WebhookInput } | { errors: FieldErrors } {
  const headers = (form.headers ?? []).filter(({ name, value }) => name.trim() !== "" || value !== "");
  const input = {
    url: form.url.trim(),
    ...(form.description.trim() !== "" && { description: form.description.trim() }),
    ...(form.receiveAllEvents ? { receiveAllEvents: true } : { eventTypes: form.eventTypes }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers.map(({ name, value }) => [name.trim(), value])) }),
  };
  // Declared with a body, which the type of any endpoint cannot say.
  const parsed = createWebhook.body!.safeParse(input, { error: issueSentence, reportInput: true });
  const issues = parsed.error?.issues.map((issue) => ({ field: issue.path.join("."), issue: remarkOf(issue) })) ?? [];
  const errors = { ...fieldErrors(issues), ...ownErrors(form, headers) };
  return parsed.success && Object.keys(errors).length === 0 ? { input: parsed.data } : { errors };
}

/** What the contract cannot say: its words are for programs, and its headers are a record, where names cannot repeat. */
function ownErrors(
  { receiveAllEvents, eventTypes }: WebhookForm,
  headers: NonNullable<WebhookForm["headers"]>,
): FieldErrors {
  const names = headers.map(({ name }) => name.trim().toLowerCase());
  return {
    ...(!receiveAllEvents && eventTypes.length === 0 && { eventTypes: "Choose at least one event, or receive all." }),
    ...(new Set(names).size < names.length && { headers: "Give each header another name." }),
  };
}

// A refused header name is wrapped: what is wrong with it stands one level further in.
function remarkOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}

/** Puts each refused value to its field; the first remark about a field is shown. */
export function fieldErrors(issues: readonly { field?: string; issue: string }[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field = "", issue } of issues) {
    const owner = FIELDS.find((one) => field === one || field.startsWith(`${one}.`) || field.startsWith(`${one}[`));
    if (owner) errors[owner] ??= owner === "headers" ? asSentence(headerRemark(field, issue)) : asSentence(issue);
  }
  return errors;
}

function headerRemark(field: string, issue: string): string {
  const name = field.slice("headers.".length);
  return name ? `${name}: ${issue}` : issue;
}
