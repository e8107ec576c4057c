import type { PartnerCtx } from "@/lib/domain/context";
import type { ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { submitInLane } from "@/lib/domain/giving/actions/submit-lanes";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import type { Replayed } from "@/lib/domain/idempotency/replayed";
import { Failure } from "@/lib/errors";

/** An action as it is to be decided. */
export function submissionOf(ctx: PartnerCtx, input: SubmitAction): Submission {
  const { idempotencyKey: _, ...payload } = input;
  return { ctx, input, hash: payloadHash(payload) };
}

/**
 * Turns an amount into tokens for the stakeholders: pool, balances, lots, ledger, action, events and audit in one
 * transaction, for everyone or nobody. A key that was served answers as it did then. A refusal for want of tokens or of an
 * open pool or campaign is stored as a failed action without using the key up; every other refusal stores nothing.
 */
export async function submitAction(
  ctx: PartnerCtx,
  input: SubmitAction,
): Promise<ActionResult | Replayed<ActionResult>> {
  const outcome = await submitInLane(submissionOf(ctx, input));
  if (outcome instanceof Failure) throw outcome;
  return outcome;
}
