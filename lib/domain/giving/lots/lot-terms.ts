import type { RedemptionRules, Restrictions } from "@/lib/domain/giving/token-pools/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** The terms of one lot, fixed when it is issued (contract 8.2). */
export type LotTerms = {
  /** Releases follow 1, 2 … `vestingSteps` times `stepDays` after this. */
  vestsFrom: Date;
  vestingSteps: number;
  stepDays: number;
  /** When the last release comes; null where all is available at once. */
  vestingUntil: Date | null;
  expiresAt: Date | null;
  returnsToPool: boolean;
  redemption: RedemptionRules;
};

const later = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);

/** A cliff is one step; linear vesting has a step each interval after its cliff. */
function vestingOf(
  { vesting }: Restrictions,
  issuedAt: Date,
): Pick<LotTerms, "vestsFrom" | "vestingSteps" | "stepDays"> {
  const { type, cliffDays = 0, durationDays = 0, intervalDays = 1 } = vesting;
  if (type === "LINEAR") {
    const vestingSteps = Math.floor(durationDays / intervalDays);
    return { vestsFrom: later(issuedAt, cliffDays), vestingSteps, stepDays: intervalDays };
  }
  const hasCliff = type === "CLIFF" && cliffDays > 0;
  return { vestsFrom: issuedAt, vestingSteps: hasCliff ? 1 : 0, stepDays: hasCliff ? cliffDays : 0 };
}

function expiryOf({ expiration }: Restrictions, issuedAt: Date): Date | null {
  if (expiration.type === "AFTER_ISSUE" && expiration.days !== undefined) return later(issuedAt, expiration.days);
  if (expiration.type === "FIXED_DATE" && expiration.date !== undefined) return new Date(expiration.date);
  return null;
}

/** What a pool's restrictions mean for tokens issued at this instant. Expiry never precedes the end of vesting. */
export function lotTermsOf(restrictions: Restrictions, issuedAt: Date): LotTerms {
  const vesting = vestingOf(restrictions, issuedAt);
  const { vestsFrom, vestingSteps, stepDays } = vesting;
  const vestingUntil = vestingSteps > 0 ? later(vestsFrom, vestingSteps * stepDays) : null;
  let expiresAt = expiryOf(restrictions, issuedAt);
  if (expiresAt && vestingUntil && expiresAt < vestingUntil) expiresAt = vestingUntil;
  const returnsToPool = restrictions.expiration.returnToPool ?? false;
  return { ...vesting, vestingUntil, expiresAt, returnsToPool, redemption: restrictions.redemption };
}
