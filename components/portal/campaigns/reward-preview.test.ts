import { describe, expect, test } from "vitest";
import { EMPTY_CAMPAIGN } from "@/components/portal/campaigns/campaign-form";
import { previewReward, termsOf } from "@/components/portal/campaigns/reward-preview";

const split = (stakeholderTypeCode: string, percent: string) => ({ stakeholderTypeCode, percent });
const SPLIT = {
  ...EMPTY_CAMPAIGN,
  splits: [split("CUSTOMER", "60"), split("NONPROFIT", "25"), split("EMPLOYEE", "15")],
};
const ALL = { CUSTOMER: 1, NONPROFIT: 1, EMPLOYEE: 1 };

describe("the contract's examples, as a form previews them", () => {
  test.each([
    [EMPTY_CAMPAIGN, "49.99", { CUSTOMER: 1 }, [50], 0],
    [EMPTY_CAMPAIGN, "12.50", { CUSTOMER: 1 }, [13], 0],
    [{ ...EMPTY_CAMPAIGN, multiplier: "1.5" }, "33.33", { CUSTOMER: 1 }, [50], 0],
    [SPLIT, "49.99", ALL, [30, 13, 7], 0],
    [SPLIT, "49.99", { CUSTOMER: 1, NONPROFIT: 1 }, [30, 13], 7],
    [EMPTY_CAMPAIGN, "100", { CUSTOMER: 3 }, [34, 33, 33], 0],
  ])("%#", (form, amount, counts, shares, returnedToPool) => {
    expect(previewReward(termsOf(form), { amount, counts })).toMatchObject({ shares, returnedToPool });
  });
});

test("the formula shows the exact product, the tier's bonus and the cap", () => {
  const tier = { minAmount: "100", maxAmount: "", multiplier: "1.5", bonusTokens: "5" };
  const form = { ...EMPTY_CAMPAIGN, multiplier: "1.25", tiers: [tier] };
  const sample = { amount: "120.10", counts: { CUSTOMER: 2 } };
  expect(previewReward(termsOf(form), sample)).toMatchObject({
    formula: "120.1 × 1 × 1.25 × 1.5 = 225.1875, plus 5 bonus → 230 tokens",
    recipients: [{ label: "CUSTOMER 1" }, { label: "CUSTOMER 2" }],
  });
  const capped = { ...form, budget: { ...form.budget, tokensPerAction: "100" } };
  expect(previewReward(termsOf(capped), sample)).toMatchObject({ total: 100, warnings: ["CAPPED"] });
});

describe("instead of a preview there is a sentence", () => {
  test.each([
    ["while a rate is being typed", { ...EMPTY_CAMPAIGN, multiplier: "1." }, ALL, "Complete the rate"],
    ["without stakeholders", EMPTY_CAMPAIGN, {}, "at least one stakeholder"],
    ["for a stakeholder without a rule", SPLIT, { DONOR: 1 }, "no rule for one of the stakeholder types"],
    ["for a type that must be named", { ...SPLIT, unmatchedSplit: "REJECT" as const }, { CUSTOMER: 1 }, "each type"],
  ])("%s", (_, form, counts, words) => {
    expect(previewReward(termsOf(form), { amount: "49.99", counts })).toEqual({
      problem: expect.stringContaining(words),
    });
  });
});
