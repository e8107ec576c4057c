import { describe, expect, test } from "vitest";
import { findWindow } from "@/lib/domain/shared/find-window";
import { splitPeriod } from "@/lib/domain/shared/period";

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));

describe("a page's window", () => {
  const stretches = [
    { from: at(1), to: at(2), count: 3 },
    { from: at(2), to: at(3), count: 2 },
    { from: at(5), to: at(6), count: 4 },
  ];

  test.each([1, 2, 3, 4, 9, 20])("holds the very rows of every page of %d, in both directions", (limit) => {
    const rows = stretches.flatMap(({ from, count }) => Array.from({ length: count }, (_, n) => +from + n));
    for (const sort of ["createdAt", "-createdAt"] as const) {
      const ordered = sort === "createdAt" ? rows : rows.toReversed();
      for (let page = 1; page <= Math.ceil(rows.length / limit); page++) {
        const window = findWindow(stretches, { page, limit, sort })!;
        const inside = ordered.filter((row) => row >= +window.from && row < +window.to);
        const shown = inside.slice(window.offset, window.offset + limit);
        expect(shown).toEqual(ordered.slice((page - 1) * limit, page * limit));
        expect(window.offset).toBeLessThan(4);
      }
      expect(findWindow(stretches, { page: Math.ceil(rows.length / limit) + 1, limit, sort })).toBeNull();
    }
  });

  test("is nowhere when there is nothing", () => {
    expect(findWindow([], { page: 1, limit: 20, sort: "createdAt" })).toBeNull();
  });
});

describe("a period", () => {
  test("is whole days and what is left at its ends", () => {
    expect(splitPeriod({ from: at(1, 6), to: at(4, 7) })).toEqual({
      whole: { from: at(2), to: at(4) },
      edges: [
        { from: at(1, 6), to: at(2) },
        { from: at(4), to: at(4, 7) },
      ],
    });
  });

  test("of whole days has no ends", () => {
    expect(splitPeriod({ from: at(1), to: at(3) })).toEqual({ whole: { from: at(1), to: at(3) }, edges: [] });
  });

  test("without a whole day is counted, across midnight too", () => {
    const period = { from: at(1, 6), to: at(2, 7) };
    expect(splitPeriod(period)).toEqual({ whole: null, edges: [period] });
    expect(splitPeriod({ from: at(2), to: at(1) })).toEqual({ whole: null, edges: [] });
  });

  test("may be open at either end", () => {
    expect(splitPeriod({})).toEqual({ whole: { from: undefined, to: undefined }, edges: [] });
    expect(splitPeriod({ to: at(2, 1) })).toEqual({ whole: { to: at(2) }, edges: [{ from: at(2), to: at(2, 1) }] });
  });
});
