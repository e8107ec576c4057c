import { type CampaignForm, shareBpsOf } from "@/components/portal/campaigns/campaign-form";
import { problemText } from "@/components/portal/problem-text";
import { toUnits, UNIT } from "@/lib/domain/giving/actions/amounts";
import { type RewardShares, type RewardTerms, rewardFor } from "@/lib/domain/giving/campaigns/reward";
import { Failure } from "@/lib/errors";

/** An action somebody might send: an amount, and how many stakeholders of each type. */
export type Sample = { amount: string; counts: Readonly<Record<string, number>> };

export type Recipient = { label: string; tokens: number };
export type Preview = RewardShares & { recipients: Recipient[]; formula: string };

const RATE = /^\d{1,11}(\.\d{1,4})?$/;
const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;
const WHOLE = /^\d{1,15}$/;
const PLACES = 16;

type Terms = Pick<
  CampaignForm,
  "tokensPerUnit" | "multiplier" | "rounding" | "splits" | "unmatchedSplit" | "tiers" | "budget"
>;

/** What a form says of a reward; null while one of its numbers is not yet one. */
export function termsOf(form: Terms): RewardTerms | null {
  const rates = [
    form.tokensPerUnit,
    form.multiplier,
    ...form.tiers.flatMap((tier) => [tier.minAmount, tier.multiplier]),
  ];
  const tops = form.tiers.map((tier) => tier.maxAmount.trim()).filter(Boolean);
  const counts = [form.budget.tokensPerAction, ...form.tiers.map((tier) => tier.bonusTokens)].filter(Boolean);
  const isWritten =
    [...rates, ...tops].every((rate) => RATE.test(rate.trim())) &&
    counts.every((count) => WHOLE.test(count.trim())) &&
    form.splits.every((split) => split.stakeholderTypeCode !== "" && shareBpsOf(split.percent) > 0);
  if (!isWritten) return null;
  const units = (decimal: string) => toUnits(decimal.trim());
  return {
    tokensPerUnit: units(form.tokensPerUnit),
    multiplier: units(form.multiplier),
    rounding: form.rounding,
    splits: form.splits.map(({ stakeholderTypeCode, percent }) => ({
      stakeholderTypeCode,
      shareBps: shareBpsOf(percent),
    })),
    unmatchedSplit: form.unmatchedSplit,
    tiers: form.tiers.map(({ minAmount, maxAmount, multiplier, bonusTokens }) => ({
      minAmount: units(minAmount),
      maxAmount: maxAmount.trim() === "" ? null : units(maxAmount),
      multiplier: units(multiplier),
      bonusTokens: Number(bonusTokens),
    })),
    maxTokens: form.budget.tokensPerAction === "" ? null : Number(form.budget.tokensPerAction),
  };
}

/** What a sample would give by the server's own arithmetic, or why it gives nothing. */
export function previewReward(
  terms: RewardTerms | null,
  { amount, counts }: Sample,
  poolMaxTokens?: number,
): Preview | { problem: string } {
  if (!terms) return { problem: "Complete the rate, tiers and splits to see what an amount gives." };
  if (!AMOUNT.test(amount) || toUnits(amount) === 0n) return { problem: "Give an amount above 0, such as 49.99." };
  const codes = Object.entries(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code));
  if (codes.length === 0) return { problem: "Choose at least one stakeholder." };
  try {
    const reward = rewardFor(terms, toUnits(amount), codes, poolMaxTokens);
    const recipients = codes.map((code, n) => ({ label: nameOf(codes, n, code), tokens: reward.shares[n] ?? 0 }));
    return { ...reward, recipients, formula: formulaOf(terms, amount, reward) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { cause, nextStep } = problemText({ code: error.code.toUpperCase() });
    return { problem: `${cause} ${nextStep}` };
  }
}

/** "CUSTOMER", or "CUSTOMER 2" where there are several. */
function nameOf(codes: readonly string[], position: number, code: string): string {
  const isOne = codes.indexOf(code) === codes.lastIndexOf(code);
  return isOne ? code : `${code} ${position - codes.indexOf(code) + 1}`;
}

/** "120 × 1 × 1.25 × 1.5 = 225, + 5 bonus": exact, as before the rounding. */
function formulaOf(terms: RewardTerms, amount: string, { total, tierMatched, warnings }: RewardShares): string {
  const tier = tierMatched === null ? undefined : terms.tiers[tierMatched];
  const factors = [toUnits(amount), terms.tokensPerUnit, terms.multiplier, tier?.multiplier ?? UNIT];
  const written = factors.filter((factor, n) => n < 2 || factor !== UNIT).map((factor) => exactText(factor, 4));
  const product = exactText(
    factors.reduce((a, b) => a * b),
    PLACES,
  );
  const bonus = tier && tier.bonusTokens > 0 ? `, plus ${tier.bonusTokens.toLocaleString("en")} bonus` : "";
  const cap = warnings.includes("CAPPED") ? ", capped" : "";
  return `${written.join(" × ")} = ${product}${bonus}${cap} → ${total.toLocaleString("en")} ${total === 1 ? "token" : "tokens"}`;
}

function exactText(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const whole = BigInt(digits.slice(0, -places)).toLocaleString("en");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
