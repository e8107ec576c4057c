import { z } from "zod";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";

/** A list as a person writes it, one a line or parted by commas, as the contract's schema accepts it. */
export function writtenList<T>(schema: z.ZodType<T>) {
  return z.string().transform((written, refinement): T => {
    const entries = written.split(/[\s,]+/).filter(Boolean);
    const parsed = schema.safeParse(entries, { error: issueSentence, reportInput: true });
    if (parsed.success) return parsed.data;
    const { path, message } = parsed.error.issues[0]!;
    const wrong = typeof path[0] === "number" ? `“${entries[path[0]]}” ${message}` : message;
    refinement.addIssue({ code: "custom", message: entries.length === 0 ? "Name at least one." : asSentence(wrong) });
    return z.NEVER;
  });
}

/** A whole number as a person writes it, such as 40,000. */
export function writtenNumber(schema: z.ZodType<number>, sentence: string) {
  return z.string().transform((written, refinement): number => {
    const digits = written.replace(/[\s,_]/g, "");
    const parsed = schema.safeParse(digits === "" ? undefined : Number(digits));
    if (parsed.success) return parsed.data;
    refinement.addIssue({ code: "custom", message: sentence });
    return z.NEVER;
  });
}
