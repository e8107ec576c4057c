import { DAY_MS, HOUR_MS } from "@/lib/domain/shared/duration";
import type { Usage } from "@/lib/domain/usage/schemas";
import { fail } from "@/lib/errors";

const BY_HOUR_MAX_MS = 3 * DAY_MS;
/** Requests are not kept for longer. */
const SPAN_MAX_MS = 90 * DAY_MS;

/** `starts`: where each interval that the span touches begins, in UTC. */
export type UsageSpan = { from: Date; to: Date; interval: Usage["interval"]; starts: Date[] };

/** The span that usage is asked for: up to now and a day long unless said. Fails when it is empty or too long. */
export function usageSpan(now: Date, asked: { from?: Date | undefined; to?: Date | undefined }): UsageSpan {
  const to = asked.to ?? now;
  const from = asked.from ?? new Date(to.getTime() - DAY_MS);
  const length = to.getTime() - from.getTime();
  if (length <= 0)
    fail("validation_error", { details: [{ field: "from", issue: "must lie before to, and before now" }] });
  if (length > SPAN_MAX_MS) {
    fail("validation_error", { details: [{ field: "from", issue: "must lie at most 90 days before to" }] });
  }
  const interval = length <= BY_HOUR_MAX_MS ? "hour" : "day";
  const stepMs = interval === "hour" ? HOUR_MS : DAY_MS;
  const starts: Date[] = [];
  for (let at = Math.floor(from.getTime() / stepMs) * stepMs; at < to.getTime(); at += stepMs)
    starts.push(new Date(at));
  return { from, to, interval, starts };
}
