import { describe, expect, test } from "vitest";
import { amountText, recordedRequest, stakeholdersText, warningText } from "@/components/portal/actions/action-text";
import type { Action } from "@/lib/domain/giving/actions/schemas";

const customer = { stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" };
const action: Action = {
  actionId: "695b9e0d4f1a2b3c4d5e6f72",
  idempotencyKey: "order-7001",
  status: "COMPLETED",
  tokensDistributed: 50,
  transactionIds: ["695b9e0d4f1a2b3c4d5e6f73"],
  environment: "sandbox",
  campaignId: null,
  tokenPoolId: "695b9e0d4f1a2b3c4d5e6f74",
  distributions: [],
  warnings: [],
  createdAt: "2026-01-01T00:01:01.000Z",
  actionType: "PURCHASE",
  amount: "49.99",
  amountMinor: 4999,
  currency: "USD",
  stakeholders: [customer],
  metadata: {},
  failureCode: null,
  reversals: [],
  occurredAt: "2026-01-01T00:01:00.000Z",
  updatedAt: "2026-01-01T00:01:01.000Z",
};

describe("an amount keeps the digits that were sent", () => {
  test.each([
    ["49.99", "USD", "49.99 USD"],
    ["1249.5", "USD", "1,249.5 USD"],
    ["999999999999.0001", "JPY", "999,999,999,999.0001 JPY"],
    ["2.5", null, "2.5"],
    ["1000", null, "1,000"],
  ])("%s %s reads %s", (amount, currency, text) => {
    expect(amountText({ amount, currency })).toBe(text);
  });
});

test("a user who is a stakeholder twice is named once", () => {
  const merchant = { stakeholderTypeCode: "MERCHANT", partnerUserId: "shop-9" };
  expect(stakeholdersText([customer])).toBe("cust-314");
  expect(stakeholdersText([customer, { ...customer, stakeholderTypeCode: "DONOR" }])).toBe("cust-314");
  expect(stakeholdersText([customer, merchant])).toBe("cust-314 and 1 more");
});

describe("the recorded request", () => {
  test("has the fields that are kept and no empty ones", () => {
    expect(JSON.parse(recordedRequest(action))).toEqual({
      idempotencyKey: "order-7001",
      actionType: "PURCHASE",
      amount: "49.99",
      currency: "USD",
      stakeholders: [customer],
      occurredAt: "2026-01-01T00:01:00.000Z",
    });
  });

  test("never claims the pool that was chosen for it", () => {
    expect(recordedRequest(action)).not.toContain("tokenPoolId");
  });
});

test("known warnings are explained, unknown ones are named", () => {
  expect(warningText("ZERO_REWARD").text).toContain("rounds to none");
  expect(warningText("SOMETHING_NEW").title).toContain("SOMETHING_NEW");
});
