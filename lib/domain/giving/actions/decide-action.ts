import { requireAcceptable } from "@/lib/domain/giving/actions/action-rules";
import { PLAIN_RATES, splitByLargestRemainder, tokensFor, toUnits } from "@/lib/domain/giving/actions/amounts";
import type { Books } from "@/lib/domain/giving/actions/books";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { type LotTerms, lotTermsOf } from "@/lib/domain/giving/lots/lot-terms";
import type { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import { requireReceivable } from "@/lib/domain/giving/users/user-accounts";
import { fail } from "@/lib/errors";

/** What an action is to give to whom, before anything is drawn. */
export type Decision = {
  pool: PoolAccount;
  campaignId: string | null;
  /** What the amount comes to, and the part of it that somebody gets and the pool must cover. */
  total: number;
  drawn: number;
  /** Tokens of each stakeholder, in the order of the request. */
  shares: readonly number[];
  returnedToPool: number;
  tierMatched: number | null;
  warnings: readonly string[];
  terms: LotTerms;
};

/** The pool an action draws on: the one it names, else the partner's default (contract 8.3). */
function poolOf({ pools }: Books, { input }: Submission): PoolAccount {
  const { tokenPoolId } = input;
  const pool = pools.find(({ row }) => (tokenPoolId === undefined ? row.isDefault : row.id === tokenPoolId));
  return pool ?? fail("pool_not_found");
}

/** What the pool's own rules say to this action. */
function requireServing({ row }: PoolAccount, { input }: Submission, terms: LotTerms, now: Date): void {
  const { allowedActionTypes } = row.restrictions;
  if (allowedActionTypes && !allowedActionTypes.includes(input.actionType)) {
    const issue = `is not among those this pool rewards: ${allowedActionTypes.join(", ")}`;
    fail("action_type_not_registered", { details: [{ field: "actionType", issue, tokenPoolId: row.id }] });
  }
  if (row.status !== "ACTIVE") {
    fail("pool_not_active", {
      message: `The token pool is ${row.status.toLowerCase()}.`,
      details: { tokenPoolId: row.id, status: row.status },
    });
  }
  if (terms.expiresAt && terms.expiresAt <= now) {
    fail("pool_not_active", {
      message: "The tokens of this pool have expired: it gives out no more.",
      details: { tokenPoolId: row.id, status: row.status, expiredAt: terms.expiresAt.toISOString() },
    });
  }
}

/**
 * Decides an action by the rules and by what the books say, changing nothing. Fails with the code that the caller hears,
 * in the order: types and currency, campaign, pool, recipients, the pool's rules.
 */
export function decideAction(books: Books, submission: Submission): Decision {
  const { ctx, input } = submission;
  requireAcceptable(ctx, input);
  if (input.campaignId) fail("campaign_not_found");
  const pool = poolOf(books, submission);
  requireReceivable(books.users, input);
  const terms = lotTermsOf(pool.row.restrictions, ctx.now);
  requireServing(pool, submission, terms, ctx.now);
  const total = tokensFor(toUnits(input.amount), PLAIN_RATES);
  const shares = splitByLargestRemainder(
    total,
    input.stakeholders.map(() => 1n),
  ).map(Number);
  const warnings = total === 0n ? ["ZERO_REWARD"] : [];
  return {
    pool,
    campaignId: null,
    total: Number(total),
    drawn: shares.reduce((a, b) => a + b, 0),
    shares,
    returnedToPool: 0,
    tierMatched: null,
    warnings,
    terms,
  };
}
