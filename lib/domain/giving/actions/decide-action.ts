import { requireAcceptable, requireCurrency } from "@/lib/domain/giving/actions/action-rules";
import { toUnits } from "@/lib/domain/giving/actions/amounts";
import type { Books } from "@/lib/domain/giving/actions/books";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { acceptedCurrencies, chooseCampaign } from "@/lib/domain/giving/campaigns/choose-campaign";
import type { LoadedCampaign } from "@/lib/domain/giving/campaigns/load-campaigns";
import { type RewardShares, rewardFor } from "@/lib/domain/giving/campaigns/reward";
import { requireSpendable } from "@/lib/domain/giving/campaigns/spending";
import { type LotTerms, lotTermsOf } from "@/lib/domain/giving/lots/lot-terms";
import type { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import { requireReceivable } from "@/lib/domain/giving/users/user-accounts";
import { fail } from "@/lib/errors";

/** What an action is to give to whom, before anything is drawn. */
export type Decision = RewardShares & {
  pool: PoolAccount;
  campaign: LoadedCampaign | null;
  /** The part of the total that somebody gets, and that the pool must cover. */
  drawn: number;
  terms: LotTerms;
};

/** The pool an action draws on: the one it names, else the campaign's, else the partner's default (contract 8.3). */
function poolOf({ pools }: Books, { input }: Submission, campaign: LoadedCampaign | null): PoolAccount {
  const poolId = input.tokenPoolId ?? campaign?.tokenPoolId;
  const pool = pools.find(({ row }) => (poolId == null ? row.isDefault : row.id === poolId));
  return pool ?? fail("pool_not_found");
}

/** What each recipient would get, by the partner's own id. */
export function tokensByRecipient({ stakeholders }: SubmitAction, shares: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>();
  stakeholders.forEach(({ partnerUserId }, index) => {
    sums.set(partnerUserId, (sums.get(partnerUserId) ?? 0) + shares[index]!);
  });
  return sums;
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
 * in the order: types, campaign, currency, pool, recipients, the pool's rules, splits, budgets.
 */
export function decideAction(books: Books, submission: Submission): Decision {
  const { ctx, input } = submission;
  requireAcceptable(ctx, input);
  const campaign = chooseCampaign(books.campaigns, input, ctx.now);
  requireCurrency(acceptedCurrencies(campaign, ctx.partner), input);
  const pool = poolOf(books, submission, campaign);
  requireReceivable(books.users, input);
  const { restrictions } = pool.row;
  const terms = lotTermsOf(restrictions, ctx.now);
  requireServing(pool, submission, terms, ctx.now);
  const codes = input.stakeholders.map(({ stakeholderTypeCode }) => stakeholderTypeCode);
  const reward = rewardFor(campaign?.terms ?? null, toUnits(input.amount), codes, restrictions.maxTokensPerAction);
  const drawn = reward.shares.reduce((a, b) => a + b, 0);
  if (campaign) requireSpendable(campaign.state, drawn, tokensByRecipient(input, reward.shares), ctx.now);
  return { pool, campaign, terms, drawn, ...reward };
}
