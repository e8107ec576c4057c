import { describe, expect, test } from "vitest";
import { restrictionRules } from "@/components/portal/token-pool/restrictions-text";
import {
  NO_AUTO_REFILL,
  NO_RESTRICTIONS,
  type Restrictions,
  type TokenPool,
} from "@/lib/domain/giving/token-pools/schemas";

const ID = "695b9e0d4f1a2b3c4d5e6f74";
const AT = "2026-01-01T00:00:00.000Z";
const POOL: TokenPool = {
  ...{ id: ID, name: "Sandbox", environment: "sandbox", status: "ACTIVE", isDefault: true },
  ...{ balance: 10, allocated: 10, distributed: 0, returned: 0, withdrawn: 0, lowBalanceThreshold: null },
  ...{
    autoRefill: { ...NO_AUTO_REFILL, usedThisMonth: 0 },
    restrictions: NO_RESTRICTIONS,
    createdAt: AT,
    updatedAt: AT,
  },
};

function ruleOf(label: string, restrictions: Partial<Restrictions>, pool: Partial<TokenPool> = {}) {
  const rules = restrictionRules({ ...POOL, ...pool, restrictions: { ...NO_RESTRICTIONS, ...restrictions } });
  return rules.find((rule) => rule.label === label)?.text;
}

test("a pool without restrictions says so, rule by rule", () => {
  expect(restrictionRules(POOL).map((rule) => rule.text)).toEqual([
    "Tokens are available at once.",
    "Tokens do not expire.",
    "Tokens can be redeemed for donations, gift cards, merchandise and transfers.",
    "Every action type may draw from this pool.",
    "No limit to one action.",
    "Off.",
    "No warning is set.",
  ]);
});

describe("in words", () => {
  test.each<[Restrictions["vesting"], string]>([
    [{ type: "CLIFF", cliffDays: 1 }, "All tokens become available 1 day after they were given."],
    [
      { type: "LINEAR", durationDays: 360, intervalDays: 30 },
      "Tokens become available in 12 steps, one every 30 days.",
    ],
    [
      { type: "LINEAR", cliffDays: 90, durationDays: 360, intervalDays: 30 },
      "After a wait of 90 days, tokens become available in 12 steps, one every 30 days.",
    ],
  ])("vesting %j", (vesting, text) => {
    expect(ruleOf("Vesting", { vesting })).toBe(text);
  });

  test.each<[Restrictions["expiration"], string]>([
    [
      { type: "AFTER_ISSUE", days: 365 },
      "Tokens that were not spent expire 365 days after they were given and are lost to the user.",
    ],
    [
      { type: "FIXED_DATE", date: "2026-12-31T00:00:00.000Z", returnToPool: true },
      "Tokens that were not spent expire on 2026-12-31 and return to the pool.",
    ],
  ])("expiration %j", (expiration, text) => {
    expect(ruleOf("Expiration", { expiration })).toBe(text);
  });

  test.each<[Restrictions["redemption"], string]>([
    [{ enabled: false, allowedUses: ["DONATION"] }, "Tokens cannot be redeemed."],
    [
      { enabled: true, allowedUses: ["DONATION"], minTokens: 10, maxTokensPerDay: 1000 },
      "Tokens can be redeemed for donations: at least 10 at a time and at most 1,000 a day.",
    ],
  ])("redemption %j", (redemption, text) => {
    expect(ruleOf("Redemption", { redemption })).toBe(text);
  });

  test("limits of actions", () => {
    expect(ruleOf("Action types", { allowedActionTypes: ["PURCHASE", "REFERRAL"] })).toContain(
      "Only PURCHASE and REFERRAL",
    );
    expect(ruleOf("Each action", { maxTokensPerAction: 5000 })).toContain("5,000");
  });

  test("auto-refill and the warning of a low balance", () => {
    const autoRefill = { enabled: true, threshold: 100, amount: 1000, maxPerMonth: 5000, usedThisMonth: 2000 };
    const pool = { autoRefill, lowBalanceThreshold: 500 };
    expect(ruleOf("Auto-refill", {}, pool)).toBe(
      "Below 100, 1,000 tokens are added, up to 5,000 a month (2,000 used).",
    );
    expect(ruleOf("Low balance", {}, pool)).toContain("falls below 500");
  });
});
