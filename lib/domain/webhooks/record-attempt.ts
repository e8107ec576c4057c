import { and, eq } from "drizzle-orm";
import { deliveries, deliveryAttempts, webhooks } from "@/db/schema/webhooks";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { disableWebhook, hasFailedForGood, REASON_FAILED, REASON_GONE } from "@/lib/domain/webhooks/auto-disable";
import type { Claim } from "@/lib/domain/webhooks/claim-attempt";
import { retryTime } from "@/lib/domain/webhooks/delivery-schedule";
import type { Outcome } from "@/lib/domain/webhooks/post-to-receiver";
import type { StoredDelivery } from "@/lib/domain/webhooks/present-delivery";
import { isPartners, type StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

type Recorded = { claim: Claim; outcome: Outcome; startedAt: Date; random: () => number };

/**
 * Keeps what an attempt came to, in one transaction; `ctx.now` is its end. Returns when the next one is due, if ever: of the
 * directory none is, its failed deliveries wait for the scheduler or for somebody.
 */
export async function recordAttempt(ctx: Ctx, { claim, outcome, startedAt, random }: Recorded): Promise<Date | null> {
  const { delivery, attempt, leasedUntil, isTest } = claim;
  const isFinal = outcome.succeeded || outcome.gone || isTest || "directory" in claim;
  const retryAt = isFinal ? null : retryTime(attempt, ctx.now, random, outcome.waitMs);
  return inTransaction(ctx, async (ctx) => {
    const [webhook] = await ctx.db
      .select()
      .from(webhooks)
      .where(eq(webhooks.id, delivery.webhookId))
      .for("no key update");
    const { httpStatus, durationMs, error, responseSnippet, sent, isBlocked } = outcome;
    await ctx.db
      .insert(deliveryAttempts)
      .values({
        ...{ deliveryId: delivery.id, webhookId: delivery.webhookId, n: attempt, at: startedAt },
        ...{ httpStatus, durationMs, error, responseSnippet, isBlocked, ...sent },
      })
      .onConflictDoNothing();
    const [kept] = await ctx.db
      .update(deliveries)
      .set({
        status: statusAfter(outcome, isFinal, retryAt),
        nextAttemptAt: retryAt,
        leasedUntil: null,
        updatedAt: ctx.now,
      })
      // Whose lease ran out meanwhile has no say any more, nor has a request that was under way when all was canceled.
      .where(
        and(
          eq(deliveries.id, delivery.id),
          eq(deliveries.status, "PENDING"),
          eq(deliveries.attemptsMade, attempt),
          eq(deliveries.leasedUntil, leasedUntil),
        ),
      )
      .returning({ id: deliveries.id });
    if (!kept) return null;
    if (!isTest && !outcome.isBlocked) await keepHistory(ctx, webhook!, outcome);
    return retryAt;
  });
}

function statusAfter(outcome: Outcome, isFinal: boolean, retryAt: Date | null): StoredDelivery["status"] {
  if (outcome.isBlocked) return "BLOCKED";
  if (outcome.succeeded) return "SUCCEEDED";
  if (isFinal) return "FAILED";
  return retryAt ? "PENDING" : "EXHAUSTED";
}

async function keepHistory(ctx: InTx<Ctx>, webhook: StoredWebhook, outcome: Outcome): Promise<void> {
  const history = outcome.succeeded
    ? { consecutiveFailures: 0, lastDeliveryAt: ctx.now, lastSuccessAt: ctx.now }
    : { consecutiveFailures: webhook.consecutiveFailures + 1, lastDeliveryAt: ctx.now };
  await ctx.db.update(webhooks).set(history).where(eq(webhooks.id, webhook.id));
  if (!isPartners(webhook)) return;
  if (outcome.gone) await disableWebhook(ctx, webhook, REASON_GONE);
  else if (hasFailedForGood({ ...webhook, ...history }, ctx.now)) await disableWebhook(ctx, webhook, REASON_FAILED);
}
