import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

type Issue = {
  code?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  input?: unknown;
  message?: string;
};

const EMPTY = "Fill this in.";

/** What a broken rule of a schema says to the person at the form. Rules with words of their own keep them. */
export function issueSentence(issue: Issue): string {
  if (issue.input === undefined || issue.input === "") return EMPTY;
  if (issue.code === "too_small" && issue.origin === "string") return `Use at least ${issue.minimum} characters.`;
  if (issue.code === "too_big" && issue.origin === "string") return `Use at most ${issue.maximum} characters.`;
  if (issue.code === "too_small" && issue.origin === "array") return `Choose at least ${issue.minimum}.`;
  if (issue.code === "too_big" && issue.origin === "array") return `Give at most ${issue.maximum}.`;
  return "This value is not accepted here.";
}

/** "must be 24 characters" as a sentence of its own. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  const closed = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}

/** A resolver for react-hook-form by one of the contract's schemas, speaking in sentences. */
export function contractResolver<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  const resolve = zodResolver(schema, { error: issueSentence }) as Resolver<Input, unknown, Output>;
  return async (values, ...rest) => {
    const result = await resolve(values, ...rest);
    for (const [field, error] of Object.entries(result.errors) as [string, { type?: string; message?: string }][]) {
      // A form's own rule ("custom") knows better what an empty field means.
      if (values[field] === "" && error.type !== "custom") error.message = EMPTY;
      else if (error.message) error.message = asSentence(error.message);
    }
    return result;
  };
}
