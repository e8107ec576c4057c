import {
  commonMultiple,
  largestRemainder,
  ONE,
  roundHalfUp,
  unitsIn,
} from "@/lib/domain/giving/ledger/model/arithmetic";
import { type ModelCampaign, type ModelPool, Refusal } from "@/lib/domain/giving/ledger/model/model-state";
import type { Submit } from "@/lib/domain/giving/ledger/model/operations";

// Contract 8.5, steps 1 to 4.

export type Reward = {
  total: number;
  /** In the order of the stakeholders. */
  shares: number[];
  returnedToPool: number;
  tier: number | null;
  warnings: string[];
};

type Part = { stakeholder: number | null; weight: bigint };

function tokensOf(campaign: ModelCampaign | null, units: bigint): { tokens: bigint; tier: number | null } {
  if (!campaign) return { tokens: roundHalfUp(units, ONE), tier: null };
  const tier = campaign.tiers.findIndex(
    ({ minAmount, maxAmount }) => units >= unitsIn(minAmount) && (maxAmount === null || units < unitsIn(maxAmount)),
  );
  const matched = campaign.tiers[tier];
  const numerator =
    units * unitsIn(campaign.tokensPerUnit) * unitsIn(campaign.multiplier) * unitsIn(matched?.multiplier ?? "1");
  const denominator = ONE * ONE * ONE * ONE;
  const rounded = campaign.rounding === "DOWN" ? numerator / denominator : roundHalfUp(numerator, denominator);
  return { tokens: rounded + BigInt(matched?.bonusTokens ?? 0), tier: tier < 0 ? null : tier };
}

function partsOf(campaign: ModelCampaign | null, codes: readonly string[]): Part[] {
  const plain = codes.map((_, stakeholder) => ({ stakeholder, weight: 1n }));
  if (!campaign || campaign.splits.length === 0) return plain;
  const { splits, unmatchedSplit } = campaign;
  if (codes.some((code) => !splits.some((rule) => rule.stakeholderTypeCode === code))) {
    throw new Refusal("STAKEHOLDER_NOT_IN_SPLITS");
  }
  const groups = splits.map((rule) => ({
    share: BigInt(rule.shareBps),
    members: plain.filter(({ stakeholder }) => codes[stakeholder] === rule.stakeholderTypeCode),
  }));
  if (unmatchedSplit === "REJECT" && groups.some(({ members }) => members.length === 0)) {
    throw new Refusal("STAKEHOLDER_REQUIRED");
  }
  const multiple = commonMultiple(
    groups.flatMap(({ members }) => (members.length > 0 ? [BigInt(members.length)] : [])),
  );
  return groups.flatMap(({ share, members }): Part[] => {
    const whole = share * multiple;
    if (members.length > 0) {
      return members.map(({ stakeholder }) => ({ stakeholder, weight: whole / BigInt(members.length) }));
    }
    return unmatchedSplit === "RETURN_TO_POOL" ? [{ stakeholder: null, weight: whole }] : [];
  });
}

/** From an amount to tokens for everybody. */
export function modelReward(campaign: ModelCampaign | null, pool: ModelPool, submit: Submit): Reward {
  const parts = partsOf(
    campaign,
    submit.stakeholders.map(([code]) => code),
  );
  const { tokens, tier } = tokensOf(campaign, unitsIn(submit.amount));
  const limits = [campaign?.tokensPerAction, pool.restrictions.maxTokensPerAction].flatMap((limit) =>
    limit == null ? [] : [BigInt(limit)],
  );
  const total = [tokens, ...limits].toSorted((a, b) => Number(a - b))[0]!;
  const divided = largestRemainder(
    total,
    parts.map(({ weight }) => weight),
  );
  const shares = submit.stakeholders.map(() => 0);
  let returnedToPool = 0;
  parts.forEach(({ stakeholder }, n) => {
    if (stakeholder === null) returnedToPool += Number(divided[n]);
    else shares[stakeholder] = Number(divided[n]);
  });
  const warnings = total < tokens ? ["CAPPED"] : [];
  if (shares.every((share) => share === 0)) warnings.push("ZERO_REWARD");
  return { total: Number(total), shares, returnedToPool, tier, warnings };
}
