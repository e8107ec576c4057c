import type { Restrictions, TokenPool } from "@/lib/domain/giving/token-pools/schemas";

export type Rule = { label: string; text: string };

const USES: Record<Restrictions["redemption"]["allowedUses"][number], string> = {
  DONATION: "donations",
  GIFT_CARD: "gift cards",
  MERCHANDISE: "merchandise",
  TRANSFER: "transfers",
};

/** What binds the tokens of a pool, one sentence a rule. */
export function restrictionRules({ restrictions, autoRefill, lowBalanceThreshold }: TokenPool): Rule[] {
  return [
    { label: "Vesting", text: vestingText(restrictions.vesting) },
    { label: "Expiration", text: expirationText(restrictions.expiration) },
    { label: "Redemption", text: redemptionText(restrictions.redemption) },
    { label: "Action types", text: actionTypesText(restrictions.allowedActionTypes) },
    { label: "Each action", text: perActionText(restrictions.maxTokensPerAction) },
    { label: "Auto-refill", text: refillText(autoRefill) },
    {
      label: "Low balance",
      text:
        lowBalanceThreshold === null
          ? "No warning is set."
          : `A webhook event is sent when the balance falls below ${count(lowBalanceThreshold)}.`,
    },
  ];
}

function vestingText({ type, cliffDays = 0, durationDays = 0, intervalDays = 1 }: Restrictions["vesting"]): string {
  if (type === "NONE") return "Tokens are available at once.";
  if (type === "CLIFF") return `All tokens become available ${days(cliffDays)} after they were given.`;
  const steps = Math.max(1, Math.floor(durationDays / intervalDays));
  const wait = cliffDays > 0 ? `After a wait of ${days(cliffDays)}, tokens` : "Tokens";
  return `${wait} become available in ${steps === 1 ? "one step" : `${count(steps)} steps`}, one every ${days(intervalDays)}.`;
}

function expirationText({ type, days: after = 0, date, returnToPool }: Restrictions["expiration"]): string {
  if (type === "NONE") return "Tokens do not expire.";
  const when =
    type === "AFTER_ISSUE" ? `${days(after)} after they were given` : `on ${date?.slice(0, 10) ?? "a fixed day"}`;
  const whither = returnToPool ? "return to the pool" : "are lost to the user";
  return `Tokens that were not spent expire ${when} and ${whither}.`;
}

function redemptionText(rule: Restrictions["redemption"]): string {
  if (!rule.enabled || rule.allowedUses.length === 0) return "Tokens cannot be redeemed.";
  const limits = [
    rule.minTokens !== undefined && `at least ${count(rule.minTokens)} at a time`,
    rule.maxTokensPerDay !== undefined && `at most ${count(rule.maxTokensPerDay)} a day`,
    rule.maxTokensPerUser !== undefined && `at most ${count(rule.maxTokensPerUser)} a user`,
  ].filter((limit) => limit !== false);
  const uses = `Tokens can be redeemed for ${list(rule.allowedUses.map((use) => USES[use]))}`;
  return limits.length > 0 ? `${uses}: ${list(limits)}.` : `${uses}.`;
}

function actionTypesText(types: string[] | undefined): string {
  return types && types.length > 0
    ? `Only ${list(types)} draw from this pool.`
    : "Every action type may draw from this pool.";
}

function perActionText(max: number | undefined): string {
  return max === undefined ? "No limit to one action." : `At most ${count(max)} tokens for one action.`;
}

function refillText({ enabled, threshold, amount, maxPerMonth, usedThisMonth }: TokenPool["autoRefill"]): string {
  if (!enabled) return "Off.";
  return `Below ${count(threshold)}, ${count(amount)} tokens are added, up to ${count(maxPerMonth)} a month (${count(usedThisMonth)} used).`;
}

function count(amount: number): string {
  return amount.toLocaleString("en");
}

function days(number: number): string {
  return number === 1 ? "1 day" : `${count(number)} days`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
