import { eq } from "drizzle-orm";
import { goLiveWaivers } from "@/db/schema/readiness";
import type { Ctx, PartnerCtx } from "@/lib/domain/context";
import { checkIdempotencyKeys } from "@/lib/domain/giving/go-live/check-idempotency-keys";
import { checkLiveKeys } from "@/lib/domain/giving/go-live/check-live-keys";
import { checkLiveSigning } from "@/lib/domain/giving/go-live/check-live-signing";
import { checkProductionPool } from "@/lib/domain/giving/go-live/check-production-pool";
import { checkRetryHandling } from "@/lib/domain/giving/go-live/check-retry-handling";
import { checkWebhookReachable } from "@/lib/domain/giving/go-live/check-webhook-reachable";
import { checkWebhookVerification } from "@/lib/domain/giving/go-live/check-webhook-verification";
import type { Check, GoLiveSubject, Observation } from "@/lib/domain/giving/go-live/observation";
import { GO_LIVE_ITEM_IDS, type GoLive, type GoLiveItem, type GoLiveItemId } from "@/lib/domain/giving/go-live/schemas";

const ITEMS: Record<GoLiveItemId, { title: string; check: Check }> = {
  live_keys: { title: "A pk_live_… and an sk_live_… key are held", check: checkLiveKeys },
  live_signing: { title: "The backend signs with the production hmacSecret", check: checkLiveSigning },
  production_pool: { title: "A production token pool is active", check: checkProductionPool },
  webhook_reachable: {
    title: "The webhook URL can be reached over the public internet",
    check: checkWebhookReachable,
  },
  webhook_verification: { title: "The handler verifies X-SIR-Signature", check: checkWebhookVerification },
  idempotency_keys: {
    title: "Action requests use stable, unique idempotencyKey values",
    check: checkIdempotencyKeys,
  },
  retry_handling: { title: "Retries and rate-limit handling have been tested", check: checkRetryHandling },
};

type Waiver = typeof goLiveWaivers.$inferSelect;

/** A waiver stands in for what was not shown; an item that passes by itself needs none. */
function presentItem(ctx: Ctx, id: GoLiveItemId, observed: Observation, waiver: Waiver | undefined): GoLiveItem {
  const item = { id, title: ITEMS[id].title, checkedAt: ctx.now.toISOString() };
  const { status, evidence } = observed;
  if (status === "PASSED" || !waiver) return { ...item, status, evidence };
  const { reason, at } = waiver;
  return {
    ...item,
    status: "WAIVED",
    evidence: { ...evidence, waiver: { reason, at: at.toISOString(), observed: status } },
  };
}

/** The checklist of a partner by what is recorded at this moment (contract 11); for the partner and for administrators. */
export async function evaluateGoLive(ctx: Ctx, partner: GoLiveSubject): Promise<GoLive> {
  const [waivers, observed] = await Promise.all([
    ctx.db.select().from(goLiveWaivers).where(eq(goLiveWaivers.partnerId, partner.id)),
    Promise.all(GO_LIVE_ITEM_IDS.map((id) => ITEMS[id].check(ctx, partner))),
  ]);
  const items = GO_LIVE_ITEM_IDS.map((id, index) =>
    presentItem(
      ctx,
      id,
      observed[index]!,
      waivers.find(({ itemId }) => itemId === id),
    ),
  );
  const ready = items.every(({ status }) => status === "PASSED" || status === "WAIVED");
  return { ready, items };
}

/** The caller's own checklist; keys of either environment see the same. */
export function getGoLive(ctx: PartnerCtx): Promise<GoLive> {
  return evaluateGoLive(ctx, ctx.partner);
}
