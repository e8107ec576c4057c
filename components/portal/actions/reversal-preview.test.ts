import { describe, expect, test } from "vitest";
import { previewReversal, unreversedAmount } from "@/components/portal/actions/reversal-preview";

const AT = "2026-01-01T00:00:00.000Z";
const IDS = ["695b9e0d4f1a2b3c4d5e6f71", "695b9e0d4f1a2b3c4d5e6f72", "695b9e0d4f1a2b3c4d5e6f73"];
const distributions = [30, 13, 7].map((tokens, n) => ({
  ...{ stakeholderTypeCode: "CUSTOMER", partnerUserId: `cust-${n}`, transactionId: IDS[n]! },
  ...{ tokens, vestingUntil: null, expiresAt: null },
}));
const reversal = (amount: string, tokens: number) => ({ id: IDS[0]!, amount, tokens, reason: "REFUND", createdAt: AT });
const ACTION = { amount: "49.99", tokensDistributed: 50, distributions, transactionIds: IDS, reversals: [] };

function sharesOf(action: Parameters<typeof previewReversal>[0], amount: string | null) {
  const preview = previewReversal(action, amount);
  if ("problem" in preview) throw new Error(preview.problem);
  return { tokens: preview.tokens, shares: preview.shares.map((share) => share.tokens), left: preview.amountLeft };
}

test("the contract's example: 20.00 of 49.99 takes 12, 5 and 3", () => {
  expect(sharesOf(ACTION, "20.00")).toEqual({ tokens: 20, shares: [12, 5, 3], left: "29.99" });
});

test("all that is left ends at exactly what was given", () => {
  const once = { ...ACTION, reversals: [reversal("20", 20)] };
  expect(unreversedAmount(once)).toBe("29.99");
  expect(sharesOf(once, null)).toEqual({ tokens: 30, shares: [18, 8, 4], left: "0" });
});

test("what could not be taken the last time still counts as reversed", () => {
  const short = { ...ACTION, reversals: [reversal("20", 8)] };
  expect(sharesOf(short, null)).toEqual({ tokens: 30, shares: [18, 8, 4], left: "0" });
});

test("recipients are counted in the order of their transactions, as the server does", () => {
  const mixed = { ...ACTION, distributions: distributions.toReversed() };
  expect(sharesOf(mixed, "20.00").shares).toEqual([12, 5, 3]);
});

describe("instead of a preview there is a sentence for", () => {
  test.each([
    ["more than is left", "50", "Only 49.99 is left"],
    ["nothing", "0", "above 0"],
    ["what is no amount", "much", "such as 20.00"],
  ])("%s", (_, amount, words) => {
    expect(previewReversal(ACTION, amount)).toEqual({ problem: expect.stringContaining(words) });
  });
});
