import type { PartnerCtx } from "@/lib/domain/context";
import { requireDelivery } from "@/lib/domain/webhooks/find-delivery";
import { requireWebhook } from "@/lib/domain/webhooks/find-webhook";
import { presentDeliveries } from "@/lib/domain/webhooks/present-delivery";
import type { DeliveryDetail, DeliveryParams } from "@/lib/domain/webhooks/schemas";

/** One delivery with its attempts and the body that each of them sent. */
export async function getDelivery(ctx: PartnerCtx, input: DeliveryParams): Promise<DeliveryDetail> {
  await requireWebhook(ctx, input.webhookId);
  const { row, body } = await requireDelivery(ctx, input);
  const [delivery] = await presentDeliveries(ctx, [row]);
  return { ...delivery!, body };
}
