import type { Span } from "@/lib/domain/shared/period";
import { fail } from "@/lib/errors";

const DEFAULT_MS = 30 * 24 * 60 * 60 * 1000;

/** The span a dashboard is asked for: up to now, and 30 days long, unless said. Fails when it ends before it begins. */
export function dashboardSpan(now: Date, asked: { from?: Date | undefined; to?: Date | undefined }): Span {
  const to = asked.to ?? now;
  const from = asked.from ?? new Date(to.getTime() - DEFAULT_MS);
  if (from >= to)
    fail("validation_error", { details: [{ field: "from", issue: "must lie before to, and before now" }] });
  return { from, to };
}
