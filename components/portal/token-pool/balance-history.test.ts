import { describe, expect, test } from "vitest";
import { balanceHistory, timeFormat } from "@/components/portal/token-pool/balance-history";
import type { PoolEntry } from "@/lib/domain/giving/token-pools/schemas";

const POOL = "695b9e0d4f1a2b3c4d5e6f74";

function entry(id: number, createdAt: string, tokens: number, balanceAfter: number): PoolEntry {
  return { id: String(id), type: "DISTRIBUTION", tokens, balanceAfter, actionId: null, transactionId: POOL, createdAt };
}

const ALLOCATED = entry(9, "2026-01-01T10:00:00.000Z", 1000, 1000);
const FIRST = entry(10, "2026-01-01T10:20:00.000Z", -50, 950);
const SECOND = entry(100, "2026-01-01T10:40:30.000Z", -150, 800);
const NOW = new Date("2026-01-01T11:00:00.000Z");

describe("the history of a pool", () => {
  const points = balanceHistory([SECOND, ALLOCATED, FIRST], NOW);

  test("begins before its first entry and ends now, with the balance of each moment between", () => {
    expect(points[0]).toMatchObject({ balance: 0 });
    expect(points.at(-1)).toEqual({ x: NOW.toISOString(), balance: 800 });
    const at = (x: string) => points.find((point) => point.x === x)?.balance;
    expect(at("2026-01-01T10:00:00.000Z")).toBe(1000);
    expect(at("2026-01-01T10:15:00.000Z")).toBe(1000);
    expect(at("2026-01-01T10:20:00.000Z")).toBe(950);
    expect(at("2026-01-01T10:40:00.000Z")).toBe(950);
    expect(at("2026-01-01T10:45:00.000Z")).toBe(800);
  });

  test("has evenly spaced points, whatever the entries' rhythm", () => {
    const gaps = points.slice(1).map((point, n) => Date.parse(point.x) - Date.parse(points[n]!.x));
    expect(new Set(gaps).size).toBe(1);
  });

  test("counts an entry once that two pages brought", () => {
    expect(balanceHistory([SECOND, FIRST, FIRST, ALLOCATED], NOW)).toEqual(points);
  });

  test("orders entries of one instant by their number, not their text", () => {
    const same = "2026-01-01T10:00:00.000Z";
    const history = balanceHistory([entry(9, same, -1, 8), entry(10, same, -2, 6)], NOW);
    expect(history.at(-1)?.balance).toBe(6);
  });

  test("starts at what was left before the oldest entry it knows", () => {
    expect(balanceHistory([FIRST], NOW)[0]?.balance).toBe(1000);
  });
});

test.each([1, 60, 3_600, 86_400, 86_400 * 30, 86_400 * 365 * 5])(
  "%d seconds of history fit into 60 points",
  (seconds) => {
    const end = new Date(Date.parse(ALLOCATED.createdAt) + seconds * 1000);
    const points = balanceHistory([ALLOCATED], end);
    expect(points.length).toBeGreaterThan(1);
    expect(points.length).toBeLessThanOrEqual(60);
  },
);

test("a pool without entries has no history", () => {
  expect(balanceHistory([], NOW)).toEqual([]);
});

test("a long history names days, a short one times", () => {
  const format = (from: string, to: string) => timeFormat([from, to].map((x) => ({ x, balance: 0 })))(to);
  expect(format("2026-01-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z")).toBe("2026-03-01");
  expect(format("2026-01-01T00:00:00.000Z", "2026-01-02T12:00:00.000Z")).toBe("01-02 12:00");
  expect(format("2026-01-01T00:00:00.000Z", "2026-01-01T12:00:00.000Z")).toBe("12:00");
  expect(format("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:30.000Z")).toBe("00:00:30");
});
