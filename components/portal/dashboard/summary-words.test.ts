import { expect, test } from "vitest";
import { amountsText, isQuiet, isUnused, percent } from "@/components/portal/dashboard/summary-words";
import type { Summary } from "@/lib/domain/giving/dashboard/schemas";

const NOTHING: Summary = {
  period: { from: "2026-01-01T00:00:00.000Z", to: "2026-01-31T00:00:00.000Z" },
  actions: { total: 0, completed: 0, failed: 0, reversed: 0, byType: {} },
  tokens: { distributed: 0, reversed: 0, net: 0, poolBalance: 100_000, poolAllocated: 100_000 },
  users: { total: 0, active: 0, new: 0 },
  donations: { count: 0, completed: 0, amountByCurrency: {}, conversionRate: 0 },
  api: { requests: 0, errors: 0, rateLimited: 0 },
  webhooks: { delivered: 0, failed: 0, successRate: 0 },
  topCampaigns: [],
};

test.each([
  [0, 0, "0%"],
  [1, 2, "50%"],
  [1, 3, "33.3%"],
  [99_999, 100_000, "99.9%"],
  [100, 100, "100%"],
  [1, 100_000, "0.1%"],
])("%d of %d is %s", (part, whole, text) => {
  expect(percent(part, whole)).toBe(text);
});

test("minor units are written as their currency has decimals", () => {
  expect(amountsText({ USD: 120_450, JPY: 900 })).toBe("1,204.50 USD, 900 JPY");
  expect(amountsText({})).toBe("");
});

test("a partner without rewards is unused; one whose period is empty is quiet", () => {
  expect([isUnused(NOTHING), isQuiet(NOTHING)]).toEqual([true, true]);
  const earlier = { ...NOTHING, users: { total: 3, active: 0, new: 0 } };
  expect([isUnused(earlier), isQuiet(earlier)]).toEqual([false, true]);
  const called = { ...earlier, api: { requests: 1, errors: 0, rateLimited: 0 } };
  expect(isQuiet(called)).toBe(false);
});
