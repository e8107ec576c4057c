import { describe, expect, test } from "vitest";
import { intervalsOf, startOfInterval } from "@/lib/domain/giving/dashboard/intervals";

const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const starts = (...args: Parameters<typeof intervalsOf>) => intervalsOf(...args)?.map((start) => start.toISOString());

describe("intervals", () => {
  test.each([
    ["hour", "2026-03-01T23:00:00.000Z"],
    ["day", "2026-03-01T00:00:00.000Z"],
    ["week", "2026-02-23T00:00:00.000Z"],
    ["month", "2026-03-01T00:00:00.000Z"],
  ] as const)("a Sunday's late evening lies in its %s", (interval, start) => {
    expect(startOfInterval(new Date("2026-03-01T23:59:59.999Z"), interval).toISOString()).toBe(start);
  });

  test("begin with the one that holds the start, and end before the end", () => {
    expect(starts(span("2026-01-31T12:00:00Z", "2026-03-01T00:00:00Z"), "month")).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2026-02-01T00:00:00.000Z",
    ]);
    expect(starts(span("2026-01-05T00:00:00Z", "2026-01-12T00:00:00.001Z"), "week")).toEqual([
      "2026-01-05T00:00:00.000Z",
      "2026-01-12T00:00:00.000Z",
    ]);
  });

  test("are 750 at most", () => {
    const from = "2026-01-01T00:00:00Z";
    expect(starts(span(from, "2026-02-01T06:00:00Z"), "hour")).toHaveLength(750);
    expect(intervalsOf(span(from, "2026-02-01T06:00:00.001Z"), "hour")).toBeNull();
    expect(intervalsOf(span("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"), "month")).toBeNull();
  });
});
