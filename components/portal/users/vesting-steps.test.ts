import { expect, test } from "vitest";
import { vestingSteps } from "@/components/portal/users/vesting-steps";

const NOW = new Date("2026-01-10T00:00:00Z");
const ID = "695b9e0d4f1a2b3c4d5e6f72";
const NOTHING = { nextVesting: null, nextExpiration: null };

function given(tokens: number, vestingUntil: string | null, expiresAt: string | null) {
  return { tokens, actionId: ID, status: "COMPLETED" as const, vestingUntil, expiresAt };
}

test("what has passed and what was reversed is no step", () => {
  const past = given(50, "2026-01-01T00:00:00.000Z", null);
  const reversed = { ...given(50, "2026-02-01T00:00:00.000Z", null), status: "REVERSED" as const };
  expect(vestingSteps(NOTHING, [past, reversed, given(5, null, null)], NOW)).toEqual([]);
});

test("distributions that end on one day are one step, and steps are in order", () => {
  const steps = vestingSteps(
    NOTHING,
    [
      given(30, "2026-03-01T08:00:00.000Z", "2026-06-01T00:00:00.000Z"),
      given(20, "2026-03-01T09:00:00.000Z", "2026-05-01T00:00:00.000Z"),
    ],
    NOW,
  );
  expect(steps.map(({ kind, at, tokens }) => [kind, at.slice(0, 10), tokens])).toEqual([
    ["vests", "2026-03-01", 50],
    ["expires", "2026-05-01", 20],
    ["expires", "2026-06-01", 30],
  ]);
});

test("the balance's own figures win over what was given", () => {
  const balance = {
    nextVesting: { tokens: 4, at: "2026-02-01T00:00:00.000Z" },
    nextExpiration: { tokens: 11, at: "2026-05-01T00:00:00.000Z" },
  };
  const steps = vestingSteps(balance, [given(50, "2026-05-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z")], NOW);
  expect(steps.map(({ kind, tokens, isExact }) => [kind, tokens, isExact])).toEqual([
    ["vests", 4, true],
    ["vests", 50, false],
    ["expires", 11, true],
  ]);
});
