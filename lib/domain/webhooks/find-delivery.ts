import { and, eq } from "drizzle-orm";
import { deliveries, events } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { asPartnersDelivery, type DeliveryRow } from "@/lib/domain/webhooks/present-delivery";
import type { DeliveryParams } from "@/lib/domain/webhooks/schemas";
import { fail } from "@/lib/errors";

/** The caller's delivery to this webhook with the body it carries; fails with `delivery_not_found`. */
export async function requireDelivery(
  ctx: PartnerCtx,
  { webhookId, deliveryId }: DeliveryParams,
): Promise<{ row: DeliveryRow; body: string }> {
  const [found] = await ctx.db
    .select({ row: deliveries, body: events.body })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(
      and(
        eq(deliveries.id, deliveryId),
        eq(deliveries.webhookId, webhookId),
        eq(deliveries.partnerId, ctx.partner.id),
        eq(deliveries.environment, ctx.environment),
      ),
    );
  return found ? { ...found, row: asPartnersDelivery(found.row) } : fail("delivery_not_found");
}
