import { describe, expect, test } from "vitest";
import { instantOf, wallTimeOf, windowInUtc } from "@/components/portal/campaigns/wall-time";

describe("a time of a zone", () => {
  test.each([
    ["2026-12-06T18:00", "Europe/Berlin", "2026-12-06T17:00:00.000Z"],
    ["2026-07-06T18:00", "Europe/Berlin", "2026-07-06T16:00:00.000Z"],
    ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T12:00", "America/Los_Angeles", "2026-10-25T19:00:00.000Z"],
    ["2026-01-01T00:00", "Asia/Kolkata", "2025-12-31T18:30:00.000Z"],
    ["2026-01-01T00:00", "UTC", "2026-01-01T00:00:00.000Z"],
  ])("%s in %s is %s, and back", (wall, timezone, instant) => {
    expect(instantOf(wall, timezone)?.toISOString()).toBe(instant);
    expect(wallTimeOf(new Date(instant), timezone)).toBe(wall);
  });

  test.each([
    ["", "UTC"],
    ["soon", "UTC"],
    ["2026-01-01T00:00", "Mars/Olympus"],
    ["2026-13-01T00:00", "UTC"],
  ])("%j in %s is none", (wall, timezone) => {
    expect(instantOf(wall, timezone)).toBeNull();
  });
});

test("a window moves to the day on which it begins in UTC", () => {
  const night = { days: [1, 7], from: "00:30", to: "06:00" };
  expect(windowInUtc(night, 60)).toEqual({ days: [6, 7], from: "23:30", to: "05:00" });
  expect(windowInUtc({ days: [7], from: "20:00", to: "23:00" }, -300)).toEqual({
    days: [1],
    from: "01:00",
    to: "04:00",
  });
  expect(windowInUtc(night, 0)).toEqual(night);
});
