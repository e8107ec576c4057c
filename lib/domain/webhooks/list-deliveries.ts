import { and, count, desc, eq, gte, lte } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";
import { requireWebhook } from "@/lib/domain/webhooks/find-webhook";
import { asPartnersDelivery, presentDeliveries } from "@/lib/domain/webhooks/present-delivery";
import type { DeliveryList, ListDeliveriesQuery, WebhookParams } from "@/lib/domain/webhooks/schemas";

/** A webhook's deliveries with their attempts, newest first. */
export async function listDeliveries(
  ctx: PartnerCtx,
  input: WebhookParams & ListDeliveriesQuery,
): Promise<DeliveryList> {
  const webhook = await requireWebhook(ctx, input.webhookId);
  const wanted = and(
    eq(deliveries.webhookId, webhook.id),
    eq(deliveries.partnerId, ctx.partner.id),
    eq(deliveries.environment, ctx.environment),
    input.status && eq(deliveries.status, input.status),
    input.eventType ? eq(deliveries.eventType, input.eventType) : undefined,
    input.from && gte(deliveries.createdAt, input.from),
    input.to && lte(deliveries.createdAt, input.to),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(deliveries)
      .where(wanted)
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(deliveries).where(wanted),
  ]);
  return pageOf(await presentDeliveries(ctx, rows.map(asPartnersDelivery)), counted!.total, input);
}
