import { describe, expect, test } from "vitest";
import { lastDays, rangeProblem, rangeText, toInstants } from "@/components/portal/filters/date-range";

describe("a range in the URL becomes instants of the contract", () => {
  test("days are whole days in UTC, the last one included", () => {
    expect(toInstants({ from: "2026-01-01", to: "2026-01-31" })).toEqual({
      from: "2026-01-01T00:00:00.000Z",
      to: "2026-02-01T00:00:00.000Z",
    });
  });

  test("instants stay as they are", () => {
    const range = { from: "2026-01-01T10:30:00.000Z", to: "2026-01-01T11:00:00.000Z" };
    expect(toInstants(range)).toEqual(range);
  });

  test("an open end stays open, and nonsense filters nothing", () => {
    expect(toInstants({ from: null, to: "yesterday" })).toEqual({ from: undefined, to: undefined });
  });
});

test.each([
  [{ from: "2026-01-01", to: "2026-01-31" }, "2026-01-01 to 2026-01-31 UTC"],
  [{ from: "2026-01-01", to: "2026-01-01" }, "2026-01-01 UTC"],
  [{ from: "2026-01-01", to: null }, "since 2026-01-01 UTC"],
  [{ from: null, to: "2026-01-31" }, "until 2026-01-31 UTC"],
  [{ from: "2026-01-01T10:30:00.000Z", to: "2026-01-01T11:00:00.000Z" }, "2026-01-01 10:30 to 11:00 UTC"],
  [{ from: "2026-01-01T22:30:00.000Z", to: "2026-01-02T01:00:00.000Z" }, "2026-01-01 22:30 to 2026-01-02 01:00 UTC"],
])("%j reads “%s”", (range, text) => {
  expect(rangeText(range)).toBe(text);
});

test("the last seven days end today and start six days earlier", () => {
  expect(lastDays(7, new Date("2026-03-03T23:59:00Z"))).toEqual({ from: "2026-02-25", to: "2026-03-03" });
});

test("an empty range and one that runs backwards are refused in words", () => {
  expect(rangeProblem({ from: null, to: null })).toContain("Choose");
  expect(rangeProblem({ from: "2026-02-01", to: "2026-01-01" })).toContain("Swap");
  expect(rangeProblem({ from: "2026-01-01", to: "2026-01-01" })).toBeUndefined();
});
