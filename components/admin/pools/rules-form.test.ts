import { expect, test } from "vitest";
import { stepsOf } from "@/components/admin/pools/pool-steps";
import { readTokens } from "@/components/admin/pools/read-tokens";
import { readRules, rulesFormOf } from "@/components/admin/pools/rules-form";
import { NO_AUTO_REFILL, NO_RESTRICTIONS, type TokenPool } from "@/lib/domain/giving/token-pools/schemas";

const AT = "2026-01-01T00:00:00.000Z";
const pool: TokenPool = {
  ...{ id: "695b9e0d4f1a2b3c4d5e6f62", name: "Main", environment: "sandbox", status: "ACTIVE", isDefault: true },
  ...{ balance: 100, allocated: 100, distributed: 0, returned: 0, withdrawn: 0, lowBalanceThreshold: 50 },
  ...{ autoRefill: { ...NO_AUTO_REFILL, usedThisMonth: 0 }, restrictions: NO_RESTRICTIONS },
  ...{ createdAt: AT, updatedAt: AT },
};
const rules = (part: Partial<ReturnType<typeof rulesFormOf>>) => readRules({ ...rulesFormOf(pool), ...part }, pool);

test("only the parts that were touched are sent", () => {
  expect(rules({})).toEqual({ changes: {} });
  expect(rules({ name: " Spring " })).toEqual({ changes: { name: "Spring" } });
  expect(rules({ lowBalanceThreshold: "" })).toEqual({ changes: { lowBalanceThreshold: null } });
  expect(rules({ vesting: "LINEAR", durationDays: "90", intervalDays: "30", maxTokensPerAction: "1,000" })).toEqual({
    changes: {
      restrictions: {
        ...NO_RESTRICTIONS,
        vesting: { type: "LINEAR", cliffDays: 0, durationDays: 90, intervalDays: 30 },
        maxTokensPerAction: 1_000,
      },
    },
  });
});

test.each([
  ["a cliff without days", { vesting: "CLIFF" as const }, "cliffDays"],
  ["steps that do not fit", { vesting: "LINEAR" as const, durationDays: "90", intervalDays: "40" }, "intervalDays"],
  [
    "an end before vesting is over",
    { vesting: "CLIFF" as const, cliffDays: "30", expiration: "AFTER_ISSUE" as const, expiryDays: "10" },
    "expiryDays",
  ],
  ["an end without a day", { expiration: "FIXED_DATE" as const }, "expiryDate"],
  ["a limit in words", { minTokens: "ten" }, "minTokens"],
  [
    "a refill above what a month allows",
    { refillEnabled: true, refillAmount: "50", refillMonthly: "10" },
    "refillAmount",
  ],
  ["no name", { name: " " }, "name"],
])("%s is told at its field", (_, part, field) => {
  const read = rules(part);
  expect("errors" in read && Object.keys(read.errors)).toEqual([field]);
});

test("tokens are whole and may be grouped", () => {
  expect(readTokens(" 10,000 ", 1)).toBe(10_000);
  for (const wrong of ["", "0", "-5", "1.5", "ten", "1e9", "9000000000000"])
    expect(readTokens(wrong, 1)).toBeUndefined();
});

test("a closed pool goes nowhere, and the default one cannot become it again", () => {
  expect(stepsOf({ status: "CLOSED", isDefault: false })).toEqual([]);
  expect(stepsOf({ status: "PAUSED", isDefault: true }).map(({ label }) => label)).toEqual([
    "Resume pool",
    "Close pool",
  ]);
  expect(stepsOf({ status: "DEPLETED", isDefault: false }).map(({ label }) => label)).toEqual([
    ...["Make default", "Pause pool", "Close pool"],
  ]);
});
