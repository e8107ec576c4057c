import { sql } from "drizzle-orm";
import { allOf, type Check, type GoLiveSubject, isoOf, rowsOf } from "@/lib/domain/giving/go-live/observation";
import { productionWebhooks } from "@/lib/domain/giving/go-live/production-webhooks";
import type { ObservedStatus } from "@/lib/domain/giving/go-live/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

type Probed = {
  webhookId: string;
  probeId: string | null;
  at: string | null;
  wrongSignatureDeliveryId: string | null;
  correctSignatureDeliveryId: string | null;
  staleTimestampDeliveryId: string | null;
  refusedWrongSignature: boolean | null;
  acceptedCorrectSignature: boolean | null;
  /** Advice only. */
  refusedStaleTimestamp: boolean | null;
};

/** A probe counts for a week; after cutover none is made, and the last one stands. */
function statusOf(probed: Probed, partner: GoLiveSubject, now: Date): ObservedStatus {
  if (probed.at === null) return "PENDING";
  if (!probed.refusedWrongSignature || !probed.acceptedCorrectSignature) return "FAILED";
  const isFresh = partner.productionAccess === "LIVE" || now.getTime() - Date.parse(probed.at) <= 7 * DAY_MS;
  return isFresh ? "PASSED" : "PENDING";
}

/**
 * Item 5: the last probe of each production webhook was refused with a wrong signature and accepted with a correct one. A
 * probe of a former URL says nothing about the present one.
 */
export const checkWebhookVerification: Check = async (ctx, partner) => {
  const webhooks = await rowsOf<Probed>(
    ctx,
    sql`
    select webhook.id as "webhookId", probe.id as "probeId", ${isoOf(sql`probe.finished_at`)} as at,
      probe.forged_delivery_id as "wrongSignatureDeliveryId",
      probe.genuine_delivery_id as "correctSignatureDeliveryId",
      probe.stale_delivery_id as "staleTimestampDeliveryId",
      probe.refused_forged as "refusedWrongSignature",
      probe.accepted_genuine as "acceptedCorrectSignature",
      probe.refused_stale as "refusedStaleTimestamp"
    from ${productionWebhooks(partner)} left join lateral (
      select * from webhook_probes as made
      where made.webhook_id = webhook.id and made.url = webhook.url and made.finished_at is not null
      order by made.started_at desc limit 1
    ) as probe on true
    order by webhook.created_at, webhook.id`,
  );
  return { status: allOf(webhooks.map((each) => statusOf(each, partner, ctx.now))), evidence: { webhooks } };
};
