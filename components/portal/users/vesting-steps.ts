import type { Transaction } from "@/lib/domain/giving/transactions/schemas";
import type { Balance } from "@/lib/domain/giving/users/schemas";

export type VestingStep = {
  kind: "vests" | "expires";
  at: string;
  /** Exact where the balance says it; else what was given, of which some may be spent or reversed by then. */
  tokens: number;
  isExact: boolean;
  /** The actions whose tokens these are; none where the balance alone speaks. */
  actionIds: string[];
};

/**
 * What lies ahead of a user's tokens, by day and in order. The balance knows the next release and the next expiry; the
 * end of vesting and the expiry of each distribution follow.
 */
export function vestingSteps(
  { nextVesting, nextExpiration }: Pick<Balance, "nextVesting" | "nextExpiration">,
  distributions: readonly Pick<Transaction, "tokens" | "actionId" | "vestingUntil" | "expiresAt" | "status">[],
  now: Date,
): VestingStep[] {
  const steps = new Map<string, VestingStep>();
  const standing = distributions.filter(({ status }) => status !== "REVERSED");
  for (const { tokens, actionId, vestingUntil, expiresAt } of standing) {
    const ends = [
      ["vests", vestingUntil],
      ["expires", expiresAt],
    ] as const;
    for (const [kind, at] of ends) {
      if (at === null || Date.parse(at) <= now.getTime()) continue;
      const key = `${kind} ${at.slice(0, 10)}`;
      const step = steps.get(key) ?? { kind, at, tokens: 0, isExact: false, actionIds: [] };
      step.tokens += tokens;
      if (actionId !== null) step.actionIds.push(actionId);
      steps.set(key, step);
    }
  }
  const known = [
    ["vests", nextVesting],
    ["expires", nextExpiration],
  ] as const;
  for (const [kind, next] of known) {
    if (!next) continue;
    const key = `${kind} ${next.at.slice(0, 10)}`;
    steps.set(key, { kind, ...next, isExact: true, actionIds: steps.get(key)?.actionIds ?? [] });
  }
  return [...steps.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
