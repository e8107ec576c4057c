import { describe, expect, test } from "vitest";
import { type CampaignSchedule, isTimezone, isWithinSchedule } from "@/lib/domain/giving/campaigns/schedule";

const ALL_YEAR: CampaignSchedule = {
  startsAt: new Date("2026-01-01T00:00:00.000Z"),
  endsAt: new Date("2027-01-01T00:00:00.000Z"),
  timezone: "UTC",
  windows: [],
};
const WEEKDAYS = [1, 2, 3, 4, 5];
const isOpen = (changes: Partial<CampaignSchedule>, at: string) =>
  isWithinSchedule({ ...ALL_YEAR, ...changes }, new Date(at));

test("a campaign without a schedule always runs", () => {
  expect(isWithinSchedule(null, new Date())).toBe(true);
});

test.each([
  ["2025-12-31T23:59:59.999Z", false],
  ["2026-01-01T00:00:00.000Z", true],
  ["2026-12-31T23:59:59.999Z", true],
  ["2027-01-01T00:00:00.000Z", false],
])("start is inside and end outside: %s", (at, expected) => {
  expect(isOpen({}, at)).toBe(expected);
});

test("without an end it runs on", () => {
  expect(isOpen({ endsAt: null }, "2126-01-01T00:00:00.000Z")).toBe(true);
});

describe("windows", () => {
  const office = { windows: [{ days: WEEKDAYS, from: "09:00", to: "17:30" }] };

  test.each([
    ["2026-03-02T08:59:59.999Z", false],
    ["2026-03-02T09:00:00.000Z", true],
    ["2026-03-02T17:29:59.999Z", true],
    ["2026-03-02T17:30:00.000Z", false],
    ["2026-03-07T12:00:00.000Z", false],
    ["2026-03-08T12:00:00.000Z", false],
  ])("hold their beginning and not their end, on their days: %s", (at, expected) => {
    expect(isOpen(office, at)).toBe(expected);
  });

  test.each([
    ["Asia/Tokyo", "2026-03-02T00:00:00.000Z", true],
    ["Asia/Tokyo", "2026-03-01T23:59:00.000Z", false],
    ["Asia/Kolkata", "2026-03-02T03:30:00.000Z", true],
    ["Asia/Kolkata", "2026-03-02T03:29:00.000Z", false],
    // Monday in UTC, still Sunday in Honolulu.
    ["Pacific/Honolulu", "2026-03-02T02:00:00.000Z", false],
    // Friday evening in UTC, Saturday in Auckland.
    ["Pacific/Auckland", "2026-03-06T20:30:00.000Z", false],
  ])("are told by the clocks of %s: %s", (timezone, at, expected) => {
    expect(isOpen({ ...office, timezone }, at)).toBe(expected);
  });

  test.each([
    // Berlin goes from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October.
    ["Europe/Berlin", "2026-03-27T08:00:00.000Z", true],
    ["Europe/Berlin", "2026-03-27T07:59:00.000Z", false],
    ["Europe/Berlin", "2026-03-30T07:00:00.000Z", true],
    ["Europe/Berlin", "2026-03-30T06:59:00.000Z", false],
    ["Europe/Berlin", "2026-10-26T07:59:00.000Z", false],
    ["Europe/Berlin", "2026-10-26T08:00:00.000Z", true],
    // New York changes on 8 March, weeks before Berlin.
    ["America/New_York", "2026-03-06T13:59:00.000Z", false],
    ["America/New_York", "2026-03-09T13:00:00.000Z", true],
    // The southern summer ends on 5 April.
    ["Australia/Sydney", "2026-04-02T22:00:00.000Z", true],
    ["Australia/Sydney", "2026-04-05T22:59:00.000Z", false],
    ["Australia/Sydney", "2026-04-05T23:00:00.000Z", true],
  ])("go with daylight saving in %s: %s", (timezone, at, expected) => {
    expect(isOpen({ ...office, timezone }, at)).toBe(expected);
  });

  test("of an hour that a day has twice are open both times, and one that it has not is closed", () => {
    const night = { timezone: "Europe/Berlin", windows: [{ days: [7], from: "02:00", to: "03:00" }] };
    expect(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"].map((at) => isOpen(night, at))).toEqual([
      true,
      true,
    ]);
    expect(["2026-03-29T00:59:00.000Z", "2026-03-29T01:00:00.000Z"].map((at) => isOpen(night, at))).toEqual([
      false,
      false,
    ]);
  });

  test.each([
    // From Friday evening to Saturday morning, and from Sunday evening to Monday morning.
    ["2026-03-06T21:59:00.000Z", false],
    ["2026-03-06T22:00:00.000Z", true],
    ["2026-03-07T01:59:00.000Z", true],
    ["2026-03-07T02:00:00.000Z", false],
    ["2026-03-07T22:30:00.000Z", false],
    ["2026-03-06T01:00:00.000Z", false],
    ["2026-03-08T23:00:00.000Z", true],
    ["2026-03-09T01:00:00.000Z", true],
    ["2026-03-09T23:00:00.000Z", false],
  ])("that span midnight belong to the day they begin on: %s", (at, expected) => {
    expect(isOpen({ windows: [{ days: [5, 7], from: "22:00", to: "02:00" }] }, at)).toBe(expected);
  });

  test("that end at 00:00 go to the end of the day", () => {
    const evening = { windows: [{ days: [1], from: "18:00", to: "00:00" }] };
    expect(isOpen(evening, "2026-03-02T23:59:59.999Z")).toBe(true);
    expect(isOpen(evening, "2026-03-03T00:00:00.000Z")).toBe(false);
  });

  test("are alternatives", () => {
    const windows = [
      { days: [1], from: "08:00", to: "09:00" },
      { days: [1], from: "12:00", to: "13:00" },
    ];
    expect(["08:30", "10:00", "12:30"].map((time) => isOpen({ windows }, `2026-03-02T${time}:00.000Z`))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test.each([
  ["UTC", true],
  ["Europe/Berlin", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Etc/GMT+5", true],
  ["Mars/Olympus", false],
  ["+01:00", false],
  ["", false],
])("%j is a time zone: %s", (name, expected) => {
  expect(isTimezone(name)).toBe(expected);
});
