import { z } from "zod";

/** Whole things. */
export const Count = z.int().meta({ example: 12 });

/** Part of a whole to four decimals, 0 where the whole is 0. */
export const Ratio = z.number().meta({ example: 0.0417 });

/** Rows by key, the most first, then by key. */
export const CountRow = z.object({ key: z.string(), count: Count }).meta({ id: "CountRow" });
export type CountRow = z.output<typeof CountRow>;

/** What a caller should do next, most urgent first; free text. */
export const NextActions = z.array(z.string());

/** How far something is: `blocked` by policy, waiting for somebody, or ready. */
export const READINESS_STATUSES = ["ready", "action_required", "blocked"] as const;
export const ReadinessStatus = z.enum(READINESS_STATUSES);
export type ReadinessStatus = z.output<typeof ReadinessStatus>;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/i;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Whether the day of a text exists: JavaScript reads the 31st of February as the 3rd of March. */
function isDay(text: string): boolean {
  const [day] = DATE.exec(text)!;
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** An ISO date of a filter, which means its first moment in UTC, or an ISO time; blank means absent, others are refused. */
export const filterTime = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)
  .refine((text) => text === undefined || (ISO_DATE.test(text) && isDay(text) && !Number.isNaN(Date.parse(text))), {
    error: "must be an ISO 8601 date or time, for example 2026-05-14",
  })
  .transform((text) => (text === undefined ? undefined : new Date(text)))
  .refine((at) => at === undefined || (at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999), {
    error: "must lie in the years 1 to 9999",
  });
