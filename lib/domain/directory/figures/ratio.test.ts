import { describe, expect, test } from "vitest";
import { mean, ratio } from "@/lib/domain/directory/figures/ratio";
import { filterTime } from "@/lib/domain/directory/figures/schemas";

test("a ratio has four decimals and is 0 of nothing", () => {
  expect(ratio(1, 3)).toBe(0.3333);
  expect(ratio(2, 3)).toBe(0.6667);
  expect(ratio(5, 0)).toBe(0);
});

test("a mean is rounded to its decimals and absent of nothing", () => {
  expect(mean(801, 200, 2)).toBe(4.01);
  expect(mean(13, 3, 1)).toBe(4.3);
  expect(mean(0, 0, 2)).toBeUndefined();
});

describe("a time of a filter", () => {
  test("is an ISO date or time, and blank is absent", () => {
    expect(filterTime.parse("2026-05-14")).toEqual(new Date("2026-05-14T00:00:00.000Z"));
    expect(filterTime.parse(" 2026-05-14T12:00:00+02:00 ")).toEqual(new Date("2026-05-14T10:00:00.000Z"));
    expect(filterTime.parse("  ")).toBeUndefined();
    expect(filterTime.parse(undefined)).toBeUndefined();
  });

  test.each(["2026-02-30", "2026-13-01", "14.05.2026", "2026", "now", "2026-05-14T25:00:00Z", "0000-01-01"])(
    "refuses %s",
    (text) => {
      expect(filterTime.safeParse(text).success).toBe(false);
    },
  );
});
