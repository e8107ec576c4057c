import { and, asc, count, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import type { AdminCtx } from "@/lib/domain/context";
import { shownStatus } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { AUTOMATIC_ATTEMPTS_MAX, automaticRetryAt, isPauseOver } from "@/lib/domain/webhooks/directory/retry-pause";
import { mayRunLive } from "@/lib/domain/webhooks/directory/run-scheduler";
import { RunScheduler, type SchedulerPlan, type SchedulerVerdict } from "@/lib/domain/webhooks/directory/schemas";
import type { StoredDelivery } from "@/lib/domain/webhooks/present-delivery";

const SHOWN_MAX = 100;

/** What has ended without success: those that are due first, as the scheduler takes them; what nobody retries last. */
function listEnded(ctx: AdminCtx): Promise<StoredDelivery[]> {
  return ctx.db
    .select()
    .from(deliveries)
    .where(and(isNull(deliveries.partnerId), inArray(deliveries.status, ["FAILED", "BLOCKED"])))
    .orderBy(
      sql`(${isPauseOver(ctx.now)}) desc`,
      sql`${lt(deliveries.attemptsMade, AUTOMATIC_ATTEMPTS_MAX)} desc`,
      asc(deliveries.createdAt),
      asc(deliveries.id),
    )
    .limit(SHOWN_MAX);
}

/** Judges rows in the scheduler's order: of each status it takes only so many in one run. */
function judgeAll(rows: readonly StoredDelivery[], { now, limit }: { now: Date; limit: number }) {
  const taken = { FAILED: 0, BLOCKED: 0 };
  return rows.map((row): { row: StoredDelivery; verdict: SchedulerVerdict; dueAt: Date | null } => {
    const dueAt = automaticRetryAt(row);
    if (dueAt === null) return { row, verdict: "by_hand_only", dueAt };
    if (dueAt > now) return { row, verdict: "pausing", dueAt };
    const place = ++taken[row.status as keyof typeof taken];
    return { row, verdict: place <= limit ? "due" : "beyond_limit", dueAt };
  });
}

/** What the scheduler would do now and why not with the rest; looking at it does nothing. */
export async function getSchedulerPlan(ctx: AdminCtx): Promise<{ data: SchedulerPlan }> {
  const { retryLimit, deliveryLimit } = RunScheduler.parse({});
  const judged = judgeAll(await listEnded(ctx), { now: ctx.now, limit: retryLimit });
  const [waiting] = await ctx.db
    .select({ n: count() })
    .from(deliveries)
    .where(and(isNull(deliveries.partnerId), eq(deliveries.status, "PENDING")));
  const due = (status: "FAILED" | "BLOCKED") =>
    judged.filter(({ row, verdict }) => verdict === "due" && row.status === status).length;
  return {
    data: {
      ...{ generatedAt: ctx.now.toISOString(), isApproved: mayRunLive(), retryLimit, deliveryLimit },
      ...{ failed: due("FAILED"), blocked: due("BLOCKED"), queued: waiting!.n },
      deliveries: judged.map(({ row, verdict, dueAt }) => ({
        ...{ id: row.id, subscriptionId: row.webhookId, eventType: row.eventType, status: shownStatus(row.status) },
        ...{ attempts: row.attemptsMade, verdict, ...(dueAt && { dueAt: dueAt.toISOString() }) },
      })),
    },
  };
}
