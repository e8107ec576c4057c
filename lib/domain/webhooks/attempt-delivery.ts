import type { Ctx } from "@/lib/domain/context";
import { type AttemptInput, claimAttempt } from "@/lib/domain/webhooks/claim-attempt";
import type { DueDelivery } from "@/lib/domain/webhooks/list-due-deliveries";
import { recordAttempt } from "@/lib/domain/webhooks/record-attempt";
import { sendDelivery } from "@/lib/domain/webhooks/send-delivery";
import { sendGuarded } from "@/lib/platform/safe-fetch";

/** What lies outside an attempt: the network, and the dice of the schedule. */
export type Outside = { send: typeof sendGuarded; random: () => number };

/**
 * Makes one attempt: claims it, sends it outside any transaction, records it. Of any number of duplicates one sends. Ended
 * at any point it leaves a row that `listDueDeliveries` finds again. Returns what is to be announced next, if anything.
 */
export async function attemptDelivery(
  ctx: Ctx,
  { deliveryId, attempt }: AttemptInput,
  outside: Outside = { send: sendGuarded, random: Math.random },
): Promise<DueDelivery | null> {
  const { random, send } = outside;
  const claimed = await claimAttempt(ctx, { deliveryId, attempt, random });
  if (!claimed) return null;
  if ("putOffUntil" in claimed) return { deliveryId, attempt, webhookId: claimed.webhookId, at: claimed.putOffUntil };

  const { claim } = claimed;
  const outcome = await sendDelivery(claim, ctx.now, send);
  const finishedAt = new Date(ctx.now.getTime() + outcome.durationMs);
  const recorded = { claim, outcome, startedAt: ctx.now, random };
  const retryAt = await recordAttempt({ ...ctx, now: finishedAt }, recorded);
  return retryAt && { deliveryId, attempt: attempt + 1, webhookId: claim.webhook.id, at: retryAt };
}
