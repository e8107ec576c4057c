import { sql } from "drizzle-orm";
import { allOf, type Check, isoOf, rowsOf } from "@/lib/domain/giving/go-live/observation";
import { productionWebhooks } from "@/lib/domain/giving/go-live/production-webhooks";
import type { ObservedStatus } from "@/lib/domain/giving/go-live/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

type Last = {
  webhookId: string;
  isActive: boolean;
  deliveryId: string | null;
  eventId: string | null;
  eventType: string | null;
  at: string | null;
  httpStatus: number | null;
  error: string | null;
};

function statusOf({ isActive, at, httpStatus, error }: Last, now: Date): ObservedStatus {
  if (!isActive) return "FAILED";
  if (at === null) return "PENDING";
  const arrived = httpStatus !== null && httpStatus >= 200 && httpStatus < 300 && error === null;
  if (!arrived) return "FAILED";
  return now.getTime() - Date.parse(at) <= 7 * DAY_MS ? "PASSED" : "PENDING";
}

/**
 * Item 4: the last delivery to each production webhook was answered 2xx, within seven days. The sender goes to public
 * addresses with a valid certificate only, so such an answer proves both. Of a probe only the genuine request counts: the
 * others are meant to be refused.
 */
export const checkWebhookReachable: Check = async (ctx, partner) => {
  const webhooks = await rowsOf<Last>(
    ctx,
    sql`
    select webhook.id as "webhookId", webhook.is_active as "isActive", last."deliveryId", last."eventId",
      last."eventType", last.at, last."httpStatus", last.error
    from ${productionWebhooks(partner)} left join lateral (
      select attempt.delivery_id as "deliveryId", delivery.event_id as "eventId", delivery.event_type as "eventType",
        ${isoOf(sql`attempt.at`)} as at, attempt.http_status as "httpStatus", attempt.error
      from delivery_attempts as attempt join deliveries as delivery on delivery.id = attempt.delivery_id
      where attempt.webhook_id = webhook.id and not exists (
        select from webhook_probes as probe where probe.webhook_id = webhook.id
          and attempt.delivery_id in (probe.forged_delivery_id, probe.stale_delivery_id))
      order by attempt.at desc, attempt.n desc limit 1
    ) as last on true
    order by webhook.created_at, webhook.id`,
  );
  return { status: allOf(webhooks.map((webhook) => statusOf(webhook, ctx.now))), evidence: { webhooks } };
};
