import { expect, test } from "vitest";
import { refusalOf, reversalKey, takenText } from "@/components/portal/actions/reversal-text";
import { ApiError } from "@/lib/client/call";
import { IdempotencyKey } from "@/lib/domain/giving/actions/schemas";

test("a key of the portal is one the contract accepts, and another each time", () => {
  expect(IdempotencyKey.safeParse(reversalKey()).success).toBe(true);
  expect(reversalKey()).not.toBe(reversalKey());
});

test("a reversal that is not covered says what is there and how to take it", () => {
  const details = { required: 50, recoverable: 30 };
  const text = refusalOf(new ApiError({ code: "REVERSAL_NOT_COVERED", message: "x", details }));
  expect(text).toContain("of 50 tokens asked for, 20 tokens were redeemed or have expired");
  expect(text).toContain("the other 30");
});

test("what could not be taken is told", () => {
  const reversal = {
    ...{ actionId: "695b9e0d4f1a2b3c4d5e6f72", status: "REVERSED" as const, totalReversed: 30, transactionIds: [] },
    ...{ tokensReversed: 30, createdAt: "2026-01-01T00:00:00.000Z" },
  };
  expect(takenText({ ...reversal, tokensUnrecoverable: 20 })).toBe(
    "30 tokens went back to the pool, 20 tokens could not be taken",
  );
  expect(takenText({ ...reversal, tokensUnrecoverable: 0 })).toBe("30 tokens went back to the pool");
});
