import type { PartnerCtx } from "@/lib/domain/context";
import { type InTx, inTransaction } from "@/lib/domain/context";
import { requireAcceptable } from "@/lib/domain/giving/actions/action-rules";
import { PLAIN_RATES, splitByLargestRemainder, tokensFor, toUnits } from "@/lib/domain/giving/actions/amounts";
import { findEarlierAction, lockKey } from "@/lib/domain/giving/actions/find-earlier-action";
import { findPoolForAction, requireActivePool } from "@/lib/domain/giving/actions/find-pool-for-action";
import { recordRefusal } from "@/lib/domain/giving/actions/record-refusal";
import type { ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { writeReward } from "@/lib/domain/giving/actions/write-reward";
import { drawFromPool } from "@/lib/domain/giving/token-pools/draw-from-pool";
import { creditUsers } from "@/lib/domain/giving/users/credit-users";
import { findUsersByExternalId, requireReceivable } from "@/lib/domain/giving/users/find-users-by-external-id";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { together } from "@/lib/domain/shared/together";
import { Failure, fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

/** Refusals that are stored as a failed action and told by an event; the key stays free (contract 6.6). */
const STORED_REFUSALS = new Set(["insufficient_pool", "pool_not_active"]);

/** The answer to an earlier request with this key, if it was served. Fails when its payload was another. */
function replayOf(earlier: Awaited<ReturnType<typeof findEarlierAction>>, hash: string): Replayed<ActionResult> | null {
  if (!earlier || earlier.status === "FAILED") return null;
  if (earlier.payloadHash !== hash || !earlier.result) fail("idempotency_key_reused");
  return new Replayed(earlier.result);
}

async function reward(
  ctx: InTx<PartnerCtx>,
  input: SubmitAction,
  hash: string,
): Promise<ActionResult | Replayed<ActionResult>> {
  const externalIds = input.stakeholders.map((stakeholder) => stakeholder.partnerUserId);
  // Sent together, answered in order: each read after the lock sees what its former holder committed.
  const [, earlier, pool, users] = await together([
    lockKey(ctx, input.idempotencyKey),
    findEarlierAction(ctx, input.idempotencyKey),
    findPoolForAction(ctx, input.tokenPoolId),
    findUsersByExternalId(ctx, externalIds),
  ]);
  const replay = replayOf(earlier, hash);
  if (replay) return replay;

  requireAcceptable(ctx, input);
  if (input.campaignId) fail("campaign_not_found");
  if (!pool) fail("pool_not_found");
  requireReceivable(users, input);
  requireActivePool(pool);

  const total = tokensFor(toUnits(input.amount), PLAIN_RATES);
  const shares = splitByLargestRemainder(
    total,
    externalIds.map(() => 1n),
  ).map(Number);
  const [balanceAfter, recipients] = await together([
    drawFromPool(ctx, pool.id, Number(total)),
    creditUsers(ctx, input.stakeholders, shares),
  ]);
  const actionId = earlier?.id ?? newObjectId();
  const createdAt = earlier?.createdAt ?? ctx.now;
  return writeReward(ctx, { actionId, createdAt, hash, input, pool, shares, recipients, balanceAfter });
}

/**
 * Turns an amount into tokens for the stakeholders: pool, balances, ledger, action, events and audit in one
 * transaction, for everyone or nobody. A key that was served answers as it did then. A refusal for want of tokens is
 * stored as a failed action without using the key up; every other refusal stores nothing.
 */
export async function submitAction(
  ctx: PartnerCtx,
  input: SubmitAction,
): Promise<ActionResult | Replayed<ActionResult>> {
  const { idempotencyKey: _, ...payload } = input;
  const hash = payloadHash(payload);
  try {
    return await inTransaction(ctx, (ctx) => reward(ctx, input, hash));
  } catch (error) {
    if (!(error instanceof Failure) || !STORED_REFUSALS.has(error.code)) throw error;
    const served = await inTransaction(ctx, (ctx) => recordRefusal(ctx, input, hash, error));
    if (served) return new Replayed(served);
    throw error;
  }
}
