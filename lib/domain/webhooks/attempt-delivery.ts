import type { Ctx } from "@/lib/domain/context";
import { claimInBatch, recordInBatch } from "@/lib/domain/webhooks/attempt-batches";
import { type AttemptInput, claimAttempt } from "@/lib/domain/webhooks/claim-attempt";
import { sendToSubscription } from "@/lib/domain/webhooks/directory/send-to-subscription";
import type { DueDelivery } from "@/lib/domain/webhooks/list-due-deliveries";
import { recordAttempt } from "@/lib/domain/webhooks/record-attempt";
import { sendDelivery } from "@/lib/domain/webhooks/send-delivery";
import { sendGuarded } from "@/lib/platform/safe-fetch";

/** What lies outside an attempt: the network, and the dice of the schedule. */
export type Outside = { send: typeof sendGuarded; random: () => number };

/**
 * Makes one attempt: claims it, sends it outside any transaction, records it. Of any number of duplicates one sends. Ended
 * at any point it leaves a row that `listDueDeliveries` finds again. Returns what is to be announced next, if anything.
 * Where the webhook is named, the plain case shares its transactions with other attempts.
 */
export async function attemptDelivery(
  ctx: Ctx,
  { deliveryId, attempt, early, webhookId }: AttemptInput & { webhookId?: string },
  outside: Outside = { send: sendGuarded, random: Math.random },
): Promise<DueDelivery | null> {
  const { random, send } = outside;
  const batched = webhookId && (await claimInBatch(ctx.db, { deliveryId, webhookId, attempt, now: ctx.now }));
  const claimed = batched ? { claim: batched } : await claimAttempt(ctx, { deliveryId, attempt, early, random });
  if (!claimed) return null;
  if ("putOffUntil" in claimed) return { deliveryId, attempt, webhookId: claimed.webhookId, at: claimed.putOffUntil };

  const { claim } = claimed;
  const outcome =
    "directory" in claim ? await sendToSubscription(claim, ctx.now, send) : await sendDelivery(claim, ctx.now, send);
  const finishedAt = new Date(ctx.now.getTime() + outcome.durationMs);
  const isPlain = outcome.succeeded && !claim.isTest && !("directory" in claim);
  if (isPlain && (await recordInBatch(ctx.db, { claim, outcome, startedAt: ctx.now, finishedAt }))) return null;
  const recorded = { claim, outcome, startedAt: ctx.now, random };
  const retryAt = await recordAttempt({ ...ctx, now: finishedAt }, recorded);
  return retryAt && { deliveryId, attempt: attempt + 1, webhookId: claim.webhook.id, at: retryAt };
}
