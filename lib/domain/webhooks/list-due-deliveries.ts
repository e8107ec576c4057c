import { and, asc, eq, isNotNull, lte, or } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { deliveries, webhooks } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";

/** An attempt to be made, and from when on. */
export type DueDelivery = { deliveryId: string; webhookId: string; attempt: number; at: Date };

const PER_WEBHOOK_MAX = 500;
const DUE_MAX = 5_000;

/** The number of the attempt that comes next: an abandoned one is made again under its own number. */
export function nextAttemptOf(row: { attemptsMade: number; leasedUntil: Date | null }): number {
  return row.leasedUntil === null ? row.attemptsMade + 1 : row.attemptsMade;
}

/**
 * The attempts that are due until then, abandoned ones among them, earliest first. No webhook fills the list alone, so a
 * backlog of one never hides the others. Deliveries of a partner's webhook that is off wait; those that must end are
 * listed, for their claim to cancel or block them.
 */
export async function listDueDeliveries(ctx: Ctx, input: { until: Date }): Promise<DueDelivery[]> {
  const due = ctx.db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, webhooks.id),
        eq(deliveries.status, "PENDING"),
        lte(deliveries.nextAttemptAt, input.until),
      ),
    )
    .orderBy(asc(deliveries.nextAttemptAt))
    .limit(PER_WEBHOOK_MAX)
    .as("due");
  const rows = await ctx.db
    .select({
      deliveryId: due.id,
      webhookId: due.webhookId,
      attemptsMade: due.attemptsMade,
      leasedUntil: due.leasedUntil,
      at: due.nextAttemptAt,
    })
    .from(webhooks)
    .leftJoin(partners, eq(partners.id, webhooks.partnerId))
    .crossJoinLateral(due)
    .where(
      or(
        eq(webhooks.isActive, true),
        isNotNull(webhooks.deletedAt),
        eq(partners.status, "TERMINATED"),
        isNotNull(webhooks.apiClientId),
      ),
    )
    .orderBy(asc(due.nextAttemptAt))
    .limit(DUE_MAX);
  return rows.map((row) => ({
    deliveryId: row.deliveryId,
    webhookId: row.webhookId,
    attempt: nextAttemptOf(row),
    at: row.at!,
  }));
}
