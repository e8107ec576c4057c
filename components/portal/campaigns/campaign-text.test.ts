import { expect, test } from "vitest";
import { instantText, scheduleLines, shareText, windowText } from "@/components/portal/campaigns/campaign-text";

test("a schedule is told by its zone's clocks and by UTC", () => {
  const schedule = {
    startsAt: "2026-12-06T17:00:00.000Z",
    endsAt: null,
    timezone: "Europe/Berlin",
    windows: [{ days: [6, 5], from: "18:00", to: "01:00" }],
  };
  expect(scheduleLines(schedule, new Date("2026-12-01T00:00:00Z")).map(({ text }) => text)).toEqual([
    "2026-12-06 18:00 in Europe/Berlin, 2026-12-06 17:00 UTC",
    "Not by itself.",
    "Fri and Sat 18:00 to 01:00 next day in Europe/Berlin.",
    "Fri and Sat 17:00 to 00:00 next day, as clocks stand there now.",
  ]);
});

test("UTC is told once", () => {
  expect(instantText("2026-12-06T17:00:00.000Z", "UTC")).toBe("2026-12-06 17:00 UTC");
});

test.each([
  [2500, "25 %"],
  [3333, "33.33 %"],
  [10_000, "100 %"],
])("%i in 1/10,000 is %s", (bps, text) => {
  expect(shareText(bps)).toBe(text);
});

test("a window of all days is every day", () => {
  expect(windowText({ days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "17:00" })).toBe("Every day 09:00 to 17:00");
});
