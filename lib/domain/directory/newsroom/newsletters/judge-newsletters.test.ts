import { expect, test } from "vitest";
import { deliveryBlockers, judgeNewsletters } from "@/lib/domain/directory/newsroom/newsletters/judge-newsletters";

test("newsletters that go out and are measured have no blocker", () => {
  const verdict = judgeNewsletters({ newsletters: 1, blockedAttempts: 0, taggedMetrics: 4 });
  expect(verdict.blockers).toEqual([]);
  expect(verdict.nextActions).toHaveLength(1);
});

test("each gap is a blocker and the next action", () => {
  const verdict = judgeNewsletters({ newsletters: 0, blockedAttempts: 2, taggedMetrics: 0 });
  expect(verdict.blockers).toHaveLength(3);
  expect(verdict.nextActions).toEqual(verdict.blockers);
});

test("a delivery's trouble is told without the provider's words", () => {
  expect(deliveryBlockers({ status: "blocked", hasError: true })).toHaveLength(1);
  expect(deliveryBlockers({ status: "ready", hasError: true })).toHaveLength(1);
  expect(deliveryBlockers({ status: "sent", hasError: false })).toEqual([]);
});
