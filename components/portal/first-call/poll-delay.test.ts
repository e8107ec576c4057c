import { expect, test } from "vitest";
import { pollDelayMs } from "@/components/portal/first-call/poll-delay";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";

const HOUR_MS = 60 * 60 * 1000;

test("an hour of waiting uses less than half of what a user may call", () => {
  let polls = 0;
  for (let passedMs = 0; passedMs < HOUR_MS; passedMs += pollDelayMs(polls)) polls += 1;
  expect(polls).toBeLessThan(TIER_CAPS.STANDARD.hour / 2);
});

test("a call is noticed within two seconds while the page is fresh", () => {
  expect(pollDelayMs(0)).toBe(2_000);
});
