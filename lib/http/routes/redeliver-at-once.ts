import { announce } from "@/inngest/client";
import { deliveryDue } from "@/inngest/events";
import type { PartnerCtx } from "@/lib/domain/context";
import { redeliverDelivery } from "@/lib/domain/webhooks/redeliver-delivery";
import type { Delivery, DeliveryParams } from "@/lib/domain/webhooks/schemas";

/** Redelivers, and wakes the job once that is committed. A lost message costs a minute: the sweep finds the row. */
export async function redeliverAtOnce(ctx: PartnerCtx, input: DeliveryParams): Promise<Delivery> {
  const delivery = await redeliverDelivery(ctx, input);
  const { id: deliveryId, webhookId } = delivery;
  void announce(deliveryDue({ deliveryId, webhookId, attempt: 1, at: ctx.now }));
  return delivery;
}
