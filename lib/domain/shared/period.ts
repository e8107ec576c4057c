import { DAY_MS } from "@/lib/domain/shared/duration";

/** From one instant up to another, which is outside. Without an end it is open there. */
export type Period = { from?: Date | undefined; to?: Date | undefined };

/** A period with both ends. */
export type Span = { from: Date; to: Date };

/** The UTC day after the one that begins at `day`. */
export const nextDay = (day: Date) => new Date(day.getTime() + DAY_MS);

const dayUpTo = ({ from }: { from: Date }) => new Date(Math.ceil(from.getTime() / DAY_MS) * DAY_MS);
const dayDownTo = ({ to }: { to: Date }) => new Date(Math.floor(to.getTime() / DAY_MS) * DAY_MS);

/**
 * A period as whole UTC days, which are tallied, and what is left at its ends, less than two days in all, which is
 * counted. `whole` is null when no whole day lies inside.
 */
export function splitPeriod({ from, to }: Period): { whole: Period | null; edges: Span[] } {
  const first = from && dayUpTo({ from });
  const last = to && dayDownTo({ to });
  if (from && to && first && last && first >= last) return { whole: null, edges: from < to ? [{ from, to }] : [] };
  const edges: Span[] = [];
  if (from && first && from < first) edges.push({ from, to: first });
  if (to && last && last < to) edges.push({ from: last, to });
  return { whole: { from: first, to: last }, edges };
}

/** An instant as the database reads it; the last days of the year 9999 round up to a year it is not told of. */
export function instantText(instant: Date): string {
  return instant.getUTCFullYear() > 9999 ? "infinity" : instant.toISOString();
}
