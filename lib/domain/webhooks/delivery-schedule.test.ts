import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTEMPTS_MAX, retryAfterMs, retryTime } from "@/lib/domain/webhooks/delivery-schedule";

const AT = new Date("2026-03-01T12:00:00.000Z");
const MINUTES = [1, 5, 30, 120, 360, 720, 1440];

test("eight attempts follow one another as the contract says", () => {
  const pauses = MINUTES.map((_minutes, index) => retryTime(index + 1, AT, () => 0.5)!.getTime() - AT.getTime());
  expect(pauses.map((pauseMs) => pauseMs / 60_000)).toEqual(MINUTES);
  expect(ATTEMPTS_MAX).toBe(8);
  expect(retryTime(ATTEMPTS_MAX, AT, () => 0.5)).toBeNull();
});

test("every pause lies within ten percent of its length, whatever the dice say", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (attempt, dice, failedAt) => {
        const pauseMs = retryTime(attempt, failedAt, () => dice)!.getTime() - failedAt.getTime();
        const wantedMs = MINUTES[attempt - 1]! * 60_000;
        expect(pauseMs).toBeGreaterThanOrEqual(wantedMs * 0.9);
        expect(pauseMs).toBeLessThanOrEqual(wantedMs * 1.1);
      },
    ),
  );
});

test("no attempt follows the eighth, nor any after it", () => {
  fc.assert(fc.property(fc.integer({ min: 8, max: 1000 }), (attempt) => retryTime(attempt, AT, () => 0) === null));
});

describe("a receiver that says when to come back", () => {
  const pauseMs = (attempt: number, waitMs: number) =>
    retryTime(attempt, AT, () => 0.5, waitMs)!.getTime() - AT.getTime();

  test("is left alone for as long as it asks", () => {
    expect(pauseMs(1, 3 * 60_000)).toBe(3 * 60_000);
  });

  test("is not called earlier than planned", () => {
    expect(pauseMs(3, 1_000)).toBe(30 * 60_000);
  });

  test("stretches no step beyond the end of the next one, and the last not at all", () => {
    expect(pauseMs(1, 999_999_999)).toBe((1 + 5) * 60_000);
    expect(pauseMs(7, 999_999_999_000)).toBe(1440 * 60_000);
    expect(retryTime(8, AT, () => 0.5, 60_000)).toBeNull();
  });

  test.each([
    ["120", 120_000],
    ["0", 0],
    ["Sun, 01 Mar 2026 12:05:00 GMT", 300_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["-5", null],
    ["1e9", null],
    ["9999999999", null],
    ["2026-03-01", null],
    ["", null],
    [undefined, null],
  ])("by Retry-After: %s", (header, waitMs) => {
    expect(retryAfterMs(header, AT)).toBe(waitMs);
  });
});
