import { and, eq } from "drizzle-orm";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { requireWebhook } from "@/lib/domain/webhooks/find-webhook";
import { presentDelivery } from "@/lib/domain/webhooks/present-delivery";
import type { DeliveryDetail, DeliveryParams } from "@/lib/domain/webhooks/schemas";
import { fail } from "@/lib/errors";

/** One delivery with its attempts and the body that each of them sent. */
export async function getDelivery(ctx: PartnerCtx, input: DeliveryParams): Promise<DeliveryDetail> {
  const webhook = await requireWebhook(ctx, input.webhookId);
  const [found] = await ctx.db
    .select({ row: deliveries, body: events.body })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(
      and(
        eq(deliveries.id, input.deliveryId),
        eq(deliveries.webhookId, webhook.id),
        eq(deliveries.partnerId, ctx.partner.id),
        eq(deliveries.environment, ctx.environment),
      ),
    );
  if (!found) fail("delivery_not_found");
  const attempts = await ctx.db.select().from(deliveryAttempts).where(eq(deliveryAttempts.deliveryId, found.row.id));
  return { ...presentDelivery(found.row, attempts), body: found.body };
}
