import {
  DAY,
  type ModelLot,
  type ModelPool,
  type ModelUser,
  type Release,
  sum,
} from "@/lib/domain/giving/ledger/model/model-state";
import type { PoolTerms } from "@/lib/domain/giving/ledger/model/operations";

// Contract 8.2: what a credit is issued under.

/** When how much of a lot becomes available; nothing when all is at once. */
function releasesOf({ vesting }: PoolTerms, tokens: number, issuedAt: number): Release[] {
  if (vesting.type === "CLIFF" && vesting.cliffDays) return [{ at: issuedAt + vesting.cliffDays * DAY, tokens }];
  if (vesting.type !== "LINEAR") return [];
  const { cliffDays = 0, durationDays = 0, intervalDays = 1 } = vesting;
  const steps = BigInt(Math.floor(durationDays / intervalDays));
  const releases: Release[] = [];
  let before = 0n;
  for (let step = 1n; step <= steps; step += 1n) {
    const until = (BigInt(tokens) * step) / steps;
    const at = issuedAt + (cliffDays + Number(step) * intervalDays) * DAY;
    releases.push({ at, tokens: Number(until - before) });
    before = until;
  }
  return releases;
}

/** The instants of a lot issued now: the end of vesting, and the end of all. Expiry never precedes the former. */
export function endsOf(terms: PoolTerms, issuedAt: number): { vestingUntil: number | null; expiresAt: number | null } {
  const vestingUntil = releasesOf(terms, 1, issuedAt).at(-1)?.at ?? null;
  const { type, days, date } = terms.expiration;
  let expiresAt: number | null = null;
  if (type === "AFTER_ISSUE") expiresAt = issuedAt + days! * DAY;
  if (type === "FIXED_DATE") expiresAt = Date.parse(date!);
  if (expiresAt !== null && vestingUntil !== null) expiresAt = Math.max(expiresAt, vestingUntil);
  return { vestingUntil, expiresAt };
}

export function newLot(user: ModelUser, pool: ModelPool, tokens: number, issuedAt: number): ModelLot {
  const terms = pool.restrictions;
  const releases = releasesOf(terms, tokens, issuedAt).filter((release) => release.tokens > 0);
  return {
    ...{ id: "", user, pool, tokens, issuedAt, releases },
    available: tokens - sum(releases.map((release) => release.tokens)),
    ...{ redeemed: 0, reversed: 0, expired: 0, unrecoverable: 0 },
    expiresAt: endsOf(terms, issuedAt).expiresAt,
    returnsToPool: terms.expiration.returnToPool ?? false,
    redemption: terms.redemption,
  };
}
