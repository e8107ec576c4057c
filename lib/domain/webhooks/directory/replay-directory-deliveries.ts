import { deliveries } from "@/db/schema/webhooks";
import { auditRow, insertAuditRows } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { type Chosen, chooseDeliveries } from "@/lib/domain/webhooks/directory/choose-deliveries";
import { queuedUntil } from "@/lib/domain/webhooks/directory/retry-pause";
import type { ReplayDirectoryDeliveries, Replayed } from "@/lib/domain/webhooks/directory/schemas";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";

export const REPLAYED = "webhook_delivery.replayed";

/**
 * Queues a fresh record for each chosen delivery that has ended, with the same event; its payload says what it repeats.
 * The sources stay as they are.
 */
export async function replayDirectoryDeliveries(
  ctx: AdminCtx,
  input: ReplayDirectoryDeliveries,
): Promise<{ data: Replayed }> {
  return inTransaction(ctx, async (ctx) => {
    const sources = await chooseDeliveries(ctx, input, { among: ["failed", "blocked", "delivered"] });
    const replayedDeliveryIds = input.dryRun || sources.length === 0 ? [] : await replay(ctx, sources, input);
    const sourceDeliveryIds = sources.map(({ id }) => id);
    const replayed = replayedDeliveryIds.length;
    return { data: { replayed, sourceDeliveryIds, replayedDeliveryIds, status: "queued", dryRun: input.dryRun } };
  });
}

async function replay(
  ctx: InTx<AdminCtx>,
  sources: readonly Chosen[],
  { reason, actorId }: ReplayDirectoryDeliveries,
): Promise<string[]> {
  const rows = sources.map(({ id, webhookId, eventId, eventType }) =>
    newDelivery(ctx, {
      webhook: { id: webhookId, partnerId: null, environment: null },
      event: { id: eventId, type: eventType },
      nextAttemptAt: queuedUntil(ctx.now),
      redeliveryOf: id,
    }),
  );
  await ctx.db.insert(deliveries).values(rows);
  await insertAuditRows(
    ctx.db,
    rows.map(({ id, webhookId, eventType, redeliveryOf }, n) =>
      auditRow(ctx, {
        action: REPLAYED,
        ...{ targetType: "webhook_delivery", targetId: id, partnerId: null, environment: null },
        after: {
          ...{ apiClientId: sources[n]!.apiClientId, subscriptionId: webhookId, eventType },
          ...{ sourceDeliveryId: redeliveryOf, ...(actorId && { actorId }) },
        },
        ...(reason && { reason }),
      }),
    ),
  );
  return rows.map(({ id }) => id);
}
