import { expect, test } from "vitest";
import { setupSteps } from "@/components/portal/home/setup-steps";

const NOTHING = { hasKey: false, hasCalled: false, hasWebhook: false, hasReward: false };
const states = (facts: Partial<typeof NOTHING>) => setupSteps({ ...NOTHING, ...facts }).map((step) => step.state);

test("a new account begins with a key", () => {
  expect(states({})).toEqual(["current", "upcoming", "upcoming", "upcoming"]);
});

test("what was done out of order counts, and the first gap is up next", () => {
  expect(states({ hasKey: true, hasCalled: true, hasReward: true })).toEqual(["done", "done", "current", "done"]);
});

test("nothing is up next when all is done", () => {
  expect(states({ hasKey: true, hasCalled: true, hasWebhook: true, hasReward: true })).toEqual(Array(4).fill("done"));
});
