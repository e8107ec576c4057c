import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { asSentence } from "@/components/portal/forms/contract-resolver";
import type { ApiError } from "@/lib/client/call";

/** Puts what the server says of single fields at those fields, as far as the form has them. */
export function showIssues<Form extends FieldValues>(
  error: ApiError,
  { fields, setError }: { fields: Record<string, unknown>; setError: UseFormSetError<Form> },
): void {
  for (const { field = "", issue } of Array.isArray(error.details) ? error.details : []) {
    const name = field.split(/[.[]/)[0] ?? "";
    if (name in fields) setError(name as Path<Form>, { message: asSentence(issue) });
  }
}
