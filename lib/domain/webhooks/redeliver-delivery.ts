import { deliveries } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { requireDelivery } from "@/lib/domain/webhooks/find-delivery";
import { lockWebhook, requireActive } from "@/lib/domain/webhooks/find-webhook";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";
import { asPartnersDelivery, presentDeliveries } from "@/lib/domain/webhooks/present-delivery";
import type { Delivery, DeliveryParams } from "@/lib/domain/webhooks/schemas";
import { fail } from "@/lib/errors";

/** Makes a new delivery of the same event, due now: same event id, same body, the webhook's URL as it is by then. */
export async function redeliverDelivery(ctx: PartnerCtx, input: DeliveryParams): Promise<Delivery> {
  return inTransaction(ctx, async (ctx) => {
    const webhook = await lockWebhook(ctx, input.webhookId);
    const { row } = await requireDelivery(ctx, input);
    requireActive(webhook);
    if (row.status === "PENDING") {
      fail("invalid_state_transition", { message: "This delivery is still pending: it will be attempted again." });
    }
    const event = { id: row.eventId, type: row.eventType };
    const [made] = await ctx.db
      .insert(deliveries)
      .values(newDelivery(ctx, { webhook, event, nextAttemptAt: ctx.now, redeliveryOf: row.id }))
      .returning();
    await recordAudit(ctx, {
      action: "delivery.redelivered",
      targetType: "delivery",
      targetId: made!.id,
      partnerId: ctx.partner.id,
      environment: ctx.environment,
      after: { webhookId: webhook.id, eventId: row.eventId, redeliveryOf: row.id },
    });
    const [delivery] = await presentDeliveries(ctx, [asPartnersDelivery(made!)]);
    return delivery!;
  });
}
