import { expect, test } from "vitest";
import { PoolAccount, type PoolRow } from "@/lib/domain/giving/token-pools/pool-account";
import { NO_RESTRICTIONS } from "@/lib/domain/giving/token-pools/schemas";

const JANUARY = new Date("2026-01-31T23:59:59.999Z");
const FEBRUARY = new Date("2026-02-01T00:00:00.000Z");

/** An empty pool that may refill itself with 100 tokens, twice a month. */
function makeAccount(): PoolAccount {
  const row: PoolRow = {
    ...{ id: "695b9e0d4f1a2b3c4d5e6f80", partnerId: "695b9e0d4f1a2b3c4d5e6f81", environment: "sandbox" },
    ...{ name: "A pool", status: "ACTIVE", isDefault: true, restrictions: NO_RESTRICTIONS },
    ...{ balance: 0, allocated: 0, distributed: 0, returned: 0, withdrawn: 0 },
    ...{ lowBalanceThreshold: null, depletedAtCredits: null, refilledThisMonth: 0, refillMonth: null },
    autoRefill: { enabled: true, threshold: 0, amount: 100, maxPerMonth: 200 },
    ...{ createdAt: JANUARY, updatedAt: JANUARY },
  };
  return new PoolAccount(row);
}

/** Whether a draw of all that one refill gives is served. */
function draw(pool: PoolAccount, now: Date): boolean {
  if (!pool.cover(100, now)) return false;
  pool.move("DISTRIBUTION", -100, { transactionId: "695b9e0d4f1a2b3c4d5e6f82" });
  return true;
}

test("refills count anew with each UTC month", () => {
  const pool = makeAccount();
  expect([JANUARY, JANUARY, JANUARY, FEBRUARY, FEBRUARY, FEBRUARY].map((now) => draw(pool, now))).toEqual([
    ...[true, true, false],
    ...[true, true, false],
  ]);
});

test("a request that was on its way at the turn of the month does not open the new month's refills again", () => {
  const pool = makeAccount();
  expect([FEBRUARY, JANUARY, FEBRUARY].map((now) => draw(pool, now))).toEqual([true, true, false]);
  expect(pool.row.allocated).toBe(200);
});
