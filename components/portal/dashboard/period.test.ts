import { describe, expect, test } from "vitest";
import { enclosed, PRESETS, pointsOf, pointText, presetSpan, rangeSpan } from "@/components/portal/dashboard/period";

const NOW = new Date("2026-11-22T02:45:10.000Z");

describe("a preset", () => {
  test.each([
    ["24h", "2026-11-21T03:00:00.000Z", "hour"],
    ["7d", "2026-11-16T00:00:00.000Z", "day"],
    ["30d", "2026-10-24T00:00:00.000Z", "day"],
    ["90d", "2026-08-25T00:00:00.000Z", "day"],
  ] as const)("%s begins with a whole hour or day of UTC and ends now", (preset, from, interval) => {
    expect(presetSpan(preset, NOW)).toEqual({ from, to: NOW.toISOString(), interval });
  });

  test("has as many points as its name says", () => {
    const counts = PRESETS.map((preset) => {
      const { from, to, interval } = presetSpan(preset, NOW);
      return Math.ceil((Date.parse(to) - Date.parse(from)) / (interval === "hour" ? 3_600_000 : 86_400_000));
    });
    expect(counts).toEqual([24, 7, 30, 90]);
  });
});

describe("a range", () => {
  test.each([
    ["2026-11-20", "2026-11-21", "hour"],
    ["2026-09-01", "2026-11-01", "day"],
    ["2025-11-22", "2026-11-01", "week"],
    ["2020-01-01", "2026-11-01", "month"],
  ])("from %s to %s is asked by %s", (from, to, interval) => {
    expect(rangeSpan({ from, to }, NOW).interval).toBe(interval);
  });

  test("holds its last day whole, but never the future", () => {
    expect(rangeSpan({ from: "2026-11-01", to: "2026-11-20" }, NOW).to).toBe("2026-11-21T00:00:00.000Z");
    expect(rangeSpan({ from: "2026-11-01", to: "2026-11-22" }, NOW).to).toBe(NOW.toISOString());
  });

  test("with an open end ends now, with an open start begins 30 days before its end", () => {
    expect(rangeSpan({ from: "2026-11-01", to: null }, NOW).to).toBe(NOW.toISOString());
    expect(rangeSpan({ from: null, to: "2026-10-31" }, NOW).from).toBe("2026-10-02T00:00:00.000Z");
  });
});

const SERIES = [
  { metric: "actions", interval: "day", points: [day(1, 4), day(2, 0), day(3, 2)] } as const,
  { metric: "api_errors", interval: "day", points: [day(1, 1), day(2, 0), day(3, 0)] } as const,
];

function day(date: number, value: number) {
  return { t: `2026-01-0${date}T00:00:00.000Z`, value };
}

test("metrics of one span share their points", () => {
  expect(pointsOf([...SERIES].map((one) => ({ ...one, points: [...one.points] })))).toEqual([
    { x: "2026-01-01T00:00:00.000Z", actions: 4, api_errors: 1 },
    { x: "2026-01-02T00:00:00.000Z", actions: 0, api_errors: 0 },
    { x: "2026-01-03T00:00:00.000Z", actions: 2, api_errors: 0 },
  ]);
});

test("a dragged stretch holds its last point whole, and nothing outside the period", () => {
  const points = pointsOf([{ ...SERIES[0]!, points: [...SERIES[0]!.points] }]);
  const span = { from: "2026-01-01T06:00:00.000Z", to: "2026-01-03T09:00:00.000Z", interval: "day" } as const;
  expect(enclosed(points, points[0]!.x, points[1]!.x, span)).toEqual({ from: span.from, to: points[2]!.x });
  expect(enclosed(points, points[1]!.x, points[2]!.x, span)).toEqual({ from: points[1]!.x, to: span.to });
});

test("a point is named as finely as its interval needs", () => {
  const at = "2026-11-22T03:00:00.000Z";
  expect(pointText("hour")(at)).toBe("11-22 03:00");
  expect([pointText("day")(at), pointText("week")(at)]).toEqual(["2026-11-22", "2026-11-22"]);
  expect(pointText("month")(at)).toBe("2026-11");
});
