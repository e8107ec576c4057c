import { inArray, type SQL } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import { auditRow, insertAuditRows } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { type Chosen, chooseDeliveries } from "@/lib/domain/webhooks/directory/choose-deliveries";
import { shownStatus } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { queuedUntil } from "@/lib/domain/webhooks/directory/retry-pause";
import type { Requeued, RetryDirectoryDeliveries } from "@/lib/domain/webhooks/directory/schemas";

type Why = Pick<RetryDirectoryDeliveries, "reason" | "actorId">;

/** Queues the same records again. Only what failed or was blocked; the attempts made stay counted. */
export async function retryDirectoryDeliveries(
  ctx: Ctx,
  input: RetryDirectoryDeliveries,
  where?: SQL,
): Promise<{ data: Requeued }> {
  return inTransaction(ctx, async (ctx) => {
    const chosen = await chooseDeliveries(ctx, input, { among: ["failed", "blocked"], ...(where && { where }) });
    await requeue(ctx, chosen, input);
    const deliveryIds = chosen.map(({ id }) => id);
    return { data: { requeued: deliveryIds.length, deliveryIds, status: "queued" } };
  });
}

async function requeue(ctx: InTx<Ctx>, chosen: readonly Chosen[], { reason, actorId }: Why): Promise<void> {
  if (chosen.length === 0) return;
  const ids = chosen.map(({ id }) => id);
  await ctx.db
    .update(deliveries)
    .set({ status: "PENDING", nextAttemptAt: queuedUntil(ctx.now), leasedUntil: null, updatedAt: ctx.now })
    .where(inArray(deliveries.id, ids));
  await insertAuditRows(
    ctx.db,
    chosen.map(({ id, status, webhookId, apiClientId, attemptsMade }) =>
      auditRow(ctx, {
        action: "webhook_delivery.retried",
        ...{ targetType: "webhook_delivery", targetId: id, partnerId: null, environment: null },
        before: { status: shownStatus(status) },
        after: {
          ...{ apiClientId, subscriptionId: webhookId, status: "queued", attempts: attemptsMade },
          ...(actorId && { actorId }),
        },
        ...(reason && { reason }),
      }),
    ),
  );
}
