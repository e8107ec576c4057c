import fc from "fast-check";
import { expect, test } from "vitest";
import { ATTEMPTS_MAX, retryTime } from "@/lib/domain/webhooks/delivery-schedule";

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
