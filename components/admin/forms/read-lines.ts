import type { z } from "zod";

/** A list as a person writes it, one entry a line or separated by commas; each entry once. */
export function readLines(
  text: string,
  entry: z.ZodType<string>,
  expected: string,
): { values: string[] } | { wrong: string } {
  const values = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const wrong = values.find((value) => !entry.safeParse(value).success);
  return wrong === undefined ? { values } : { wrong: `“${wrong}” is not accepted: ${expected}.` };
}
