import { desc, inArray } from "drizzle-orm";
import { deliveries, events } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { findSubscriptions } from "@/lib/domain/webhooks/directory/find-subscriptions";
import { presentDirectoryDelivery, selectDeliveries } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { directoryEventRow } from "@/lib/domain/webhooks/directory/record-directory-event";
import { queuedUntil } from "@/lib/domain/webhooks/directory/retry-pause";
import type { EnqueueDeliveries, WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";

/** Queues one delivery for each subscription to the event, for the worker to send. */
export async function enqueueDeliveries(
  ctx: AdminCtx,
  { eventType, payload, subjectId }: EnqueueDeliveries,
): Promise<{ data: WebhookDelivery[] }> {
  return inTransaction(ctx, async (ctx) => {
    const subscriptions = await findSubscriptions(ctx, [eventType]);
    const event = directoryEventRow(ctx, eventType, subjectId ?? null, payload);
    await ctx.db.insert(events).values({ ...event, fannedOutAt: ctx.now, fannedOutTo: subscriptions.length });
    const rows = subscriptions.map((webhook) =>
      newDelivery(ctx, { webhook, event, nextAttemptAt: queuedUntil(ctx.now) }),
    );
    if (rows.length > 0) await ctx.db.insert(deliveries).values(rows);
    const ids = rows.map(({ id }) => id);
    await recordAudit(ctx, {
      action: "webhook_delivery.queued",
      targetType: "event",
      targetId: event.id,
      partnerId: null,
      environment: null,
      after: { eventType, subjectId, deliveryIds: ids },
    });
    const made = await selectDeliveries(ctx).where(inArray(deliveries.id, ids)).orderBy(desc(deliveries.id));
    return { data: made.map(presentDirectoryDelivery) };
  });
}
