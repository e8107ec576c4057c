import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { type Books, closeBooks, openBooks } from "@/lib/domain/giving/actions/books";
import { decideAction } from "@/lib/domain/giving/actions/decide-action";
import { enterRefusal } from "@/lib/domain/giving/actions/enter-refusal";
import { enterReward } from "@/lib/domain/giving/actions/enter-reward";
import type { ActionResult } from "@/lib/domain/giving/actions/schemas";
import type { Outcome, Submission } from "@/lib/domain/giving/actions/submission";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { Failure, fail } from "@/lib/errors";

/** The answer to an earlier request with this key, if it was served. Fails when its payload was another. */
export function replayOf({ earlier }: Books, { input, hash }: Submission): Replayed<ActionResult> | null {
  const former = earlier.get(input.idempotencyKey);
  if (!former || former.status === "FAILED") return null;
  if (former.payloadHash !== hash || !former.result) fail("idempotency_key_reused");
  return new Replayed(former.result);
}

function serve(books: Books, submission: Submission): Outcome {
  try {
    return replayOf(books, submission) ?? enterReward(books, submission, decideAction(books, submission));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    enterRefusal(books, submission, error);
    return error;
  }
}

/**
 * Serves actions of one partner and environment in their order, in one transaction, each with a key of its own. Every
 * action is written whole or not at all, and so are all of them. `hold` takes their idempotency keys and says which it
 * got; the others are left out (null). Fails with `OutdatedBooks` when the database moved on meanwhile.
 */
export async function submitTogether(
  ctx: InTx<PartnerCtx>,
  submissions: readonly Submission[],
  hold: (ctx: InTx<PartnerCtx>, keys: readonly string[]) => Promise<(key: string) => boolean>,
): Promise<(Outcome | null)[]> {
  const inputs = submissions.map(({ input }) => input);
  const keys = inputs.map((input) => input.idempotencyKey);
  const [isHeld, books] = await openBooks(ctx, inputs, hold(ctx, keys));
  const outcomes = submissions.map((submission) =>
    isHeld(submission.input.idempotencyKey) ? serve(books, submission) : null,
  );
  await closeBooks(ctx, books);
  return outcomes;
}
