import { type PartnerCtx, rehearse } from "@/lib/domain/context";
import { type Books, openBooks } from "@/lib/domain/giving/actions/books";
import { decideAction } from "@/lib/domain/giving/actions/decide-action";
import { enterReward } from "@/lib/domain/giving/actions/enter-reward";
import type { SubmitAction, ValidateAction, Validation } from "@/lib/domain/giving/actions/schemas";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { submissionOf } from "@/lib/domain/giving/actions/submit-action";
import { replayOf } from "@/lib/domain/giving/actions/submit-together";
import { Failure } from "@/lib/errors";

type Preview = NonNullable<Validation["preview"]>;

function errorsOf({ code, message, details }: Failure): Validation["errors"] {
  const told = { code: code.toUpperCase(), message };
  if (!Array.isArray(details)) return [told];
  return details.map(({ field, issue }) => ({ ...told, message: issue, ...(field !== undefined && { field }) }));
}

/** Enters the action in books that nobody will close. */
function tryOn(books: Books, submission: Submission): Validation {
  let preview: Preview | undefined;
  try {
    // It would be answered as it was then, and give nothing more.
    if (replayOf(books, submission)) return { valid: true, errors: [] };
    const decision = decideAction(books, submission);
    const { total, drawn, shares, returnedToPool, tierMatched, pool, campaign } = decision;
    const distributions = submission.input.stakeholders
      .map(({ stakeholderTypeCode, partnerUserId }, index) => ({
        ...{ stakeholderTypeCode, partnerUserId },
        tokens: shares[index]!,
      }))
      .filter(({ tokens }) => tokens > 0);
    preview = {
      ...{
        tokensTotal: total,
        distributions,
        returnedToPool,
        campaignId: campaign?.id ?? null,
        tokenPoolId: pool.row.id,
        tierMatched,
      },
      ...{ poolBalanceBefore: pool.balance, poolBalanceAfter: Math.max(0, pool.balance - drawn) },
    };
    enterReward(books, submission, decision);
    return { valid: true, errors: [], preview: { ...preview, poolBalanceAfter: pool.balance } };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { valid: false, errors: errorsOf(error), ...(preview && { preview }) };
  }
}

/**
 * Says what a submit of the same body would answer now, and what it would give to whom, by the same decision, and leaves
 * nothing behind. An action that is refused for want of tokens has its preview all the same.
 */
export function validateAction(ctx: PartnerCtx, input: ValidateAction): Promise<Validation> {
  // Characters that no key can have: nothing is found under it.
  const action: SubmitAction = { ...input, idempotencyKey: input.idempotencyKey ?? "(none)" };
  return rehearse(ctx, async (ctx) => {
    const [, books] = await openBooks(ctx, [action], Promise.resolve());
    return tryOn(books, submissionOf(ctx, action));
  });
}
