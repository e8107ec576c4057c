import type { Interval } from "@/lib/domain/giving/dashboard/schemas";
import type { Span } from "@/lib/domain/shared/period";

export const POINTS_MAX = 750;

/** The UTC interval that holds an instant begins here; weeks begin on Monday. */
export function startOfInterval(at: Date, interval: Interval): Date {
  const start = new Date(at);
  if (interval === "hour") start.setUTCMinutes(0, 0, 0);
  else start.setUTCHours(0, 0, 0, 0);
  if (interval === "week") start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7));
  if (interval === "month") start.setUTCDate(1);
  return start;
}

function nextStart(start: Date, interval: Interval): Date {
  const next = new Date(start);
  if (interval === "hour") next.setUTCHours(next.getUTCHours() + 1);
  if (interval === "day") next.setUTCDate(next.getUTCDate() + 1);
  if (interval === "week") next.setUTCDate(next.getUTCDate() + 7);
  if (interval === "month") next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}

/** Where each interval that a span touches begins; null when there are more of them than an answer holds. */
export function intervalsOf({ from, to }: Span, interval: Interval): Date[] | null {
  const starts: Date[] = [];
  for (let start = startOfInterval(from, interval); start < to; start = nextStart(start, interval)) {
    if (starts.length === POINTS_MAX) return null;
    starts.push(start);
  }
  return starts;
}
