import { PLAIN_RATES, type Rates, splitByLargestRemainder, tokensFor, UNIT } from "@/lib/domain/giving/actions/amounts";
import type { SplitRule, UnmatchedSplit } from "@/lib/domain/giving/campaigns/schemas";
import { fail } from "@/lib/errors";

/** Holds amounts in `[minAmount, maxAmount)`. Amounts and multiplier in 1/10,000. */
export type RewardTier = { minAmount: bigint; maxAmount: bigint | null; multiplier: bigint; bonusTokens: number };

/** What a campaign says of a reward. Rates in 1/10,000. */
export type RewardTerms = {
  tokensPerUnit: bigint;
  multiplier: bigint;
  rounding: Rates["rounding"];
  splits: readonly SplitRule[];
  unmatchedSplit: UnmatchedSplit;
  tiers: readonly RewardTier[];
  /** The campaign's cap for one action. */
  maxTokens: number | null;
};

export type RewardWarning = "CAPPED" | "ZERO_REWARD";

export type RewardShares = {
  /** All tokens of the amount: those of the stakeholders and those that stay in the pool. */
  total: number;
  /** One for each stakeholder, in the order of the request. */
  shares: number[];
  returnedToPool: number;
  /** Position of the tier that held the amount. */
  tierMatched: number | null;
  warnings: RewardWarning[];
};

const TOKENS_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** One token a unit, divided equally (contract 8.4, without a campaign). */
const PLAIN_TERMS: RewardTerms = {
  ...PLAIN_RATES,
  splits: [],
  unmatchedSplit: "RETURN_TO_POOL",
  tiers: [],
  maxTokens: null,
};

/**
 * Tokens for an amount and their division (contract 8.5, steps 1 to 4): exact until the one rounding of the total, then by
 * largest remainder, so that shares and what returns to the pool sum to the total. Without terms there is no campaign.
 * Fails when a stakeholder has no rule, when a rule that must have one has no stakeholder, and beyond what JSON can hold.
 */
export function rewardFor(
  terms: RewardTerms | null,
  amountUnits: bigint,
  stakeholderTypeCodes: readonly string[],
  poolMaxTokens?: number,
): RewardShares {
  const agreed = terms ?? PLAIN_TERMS;
  const recipients = recipientsOf(agreed, stakeholderTypeCodes);
  const tierMatched = findTier(agreed, amountUnits);
  const exact = tokensOf(agreed, amountUnits, tierMatched);
  const total = clamp(exact, [agreed.maxTokens, poolMaxTokens]);
  if (total > TOKENS_MAX) {
    fail("amount_out_of_range", { details: [{ field: "amount", issue: "gives more tokens than can be held" }] });
  }
  const shares: number[] = stakeholderTypeCodes.map(() => 0);
  let returnedToPool = 0;
  const divided = splitByLargestRemainder(
    total,
    recipients.map(({ weight }) => weight),
  );
  recipients.forEach(({ stakeholder }, index) => {
    const share = Number(divided[index]!);
    if (stakeholder === null) returnedToPool += share;
    else shares[stakeholder] = share;
  });
  const warnings: RewardWarning[] = [];
  if (total < exact) warnings.push("CAPPED");
  if (Number(total) === returnedToPool) warnings.push("ZERO_REWARD");
  return { total: Number(total), shares, returnedToPool, tierMatched: tierMatched < 0 ? null : tierMatched, warnings };
}

/** Position of the tier that holds the amount, or -1. */
function findTier({ tiers }: RewardTerms, amountUnits: bigint): number {
  return tiers.findIndex(
    ({ minAmount, maxAmount }) => minAmount <= amountUnits && (maxAmount === null || amountUnits < maxAmount),
  );
}

function tokensOf(terms: RewardTerms, amountUnits: bigint, tierMatched: number): bigint {
  const tier = terms.tiers[tierMatched];
  const rates = { ...terms, tierMultiplier: tier?.multiplier ?? UNIT };
  return tokensFor(amountUnits, rates) + BigInt(tier?.bonusTokens ?? 0);
}

function clamp(tokens: bigint, limits: readonly (number | null | undefined)[]): bigint {
  return limits.reduce<bigint>(
    (least, limit) => (limit != null && BigInt(limit) < least ? BigInt(limit) : least),
    tokens,
  );
}

/** Whose weight it is: a stakeholder, by its place in the request, or nobody. */
type Recipient = { stakeholder: number | null; weight: bigint };

/**
 * Who takes part in the division, in the order that settles ties: that of the rules, then that of the request. Each rule's
 * share is divided among its stakeholders exactly: all weights are multiplied by the least common multiple of the counts.
 */
function recipientsOf(terms: RewardTerms, codes: readonly string[]): Recipient[] {
  if (terms.splits.length === 0) return codes.map((_, stakeholder) => ({ stakeholder, weight: 1n }));
  requireRules(terms, codes);
  const groups = terms.splits.map(({ stakeholderTypeCode, shareBps }) => ({
    shareBps: BigInt(shareBps),
    members: codes.flatMap((code, stakeholder) => (code === stakeholderTypeCode ? [stakeholder] : [])),
  }));
  const multiple = groups.reduce((lcm, { members }) => leastCommonMultiple(lcm, BigInt(members.length || 1)), 1n);
  return groups.flatMap(({ shareBps, members }): Recipient[] => {
    if (members.length === 0) {
      return terms.unmatchedSplit === "RETURN_TO_POOL" ? [{ stakeholder: null, weight: shareBps * multiple }] : [];
    }
    const weight = (shareBps * multiple) / BigInt(members.length);
    return members.map((stakeholder) => ({ stakeholder, weight }));
  });
}

function requireRules({ splits, unmatchedSplit }: RewardTerms, codes: readonly string[]): void {
  const ruled = splits.map(({ stakeholderTypeCode }) => stakeholderTypeCode);
  const strangers = codes.flatMap((code, index) =>
    ruled.includes(code)
      ? []
      : [
          {
            field: `stakeholders[${index}].stakeholderTypeCode`,
            issue: `has no rule in the campaign's splits; they name: ${ruled.join(", ")}`,
          },
        ],
  );
  if (strangers.length > 0) fail("stakeholder_not_in_splits", { details: strangers });
  if (unmatchedSplit !== "REJECT") return;
  const missing = ruled.filter((code) => !codes.includes(code));
  if (missing.length === 0) return;
  const issue = "the campaign's splits require a stakeholder of this type";
  fail("stakeholder_required", {
    details: missing.map((stakeholderTypeCode) => ({ field: "stakeholders", issue, stakeholderTypeCode })),
  });
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}
