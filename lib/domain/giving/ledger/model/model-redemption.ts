import type { Journal } from "@/lib/domain/giving/ledger/model/journal";
import { dayOf, type ModelLot, type ModelUser, Refusal } from "@/lib/domain/giving/ledger/model/model-state";
import type { Use } from "@/lib/domain/giving/ledger/model/operations";

// Contract 8.2: what may be redeemed, and of which lots first.

const byEnd = (lot: ModelLot) => lot.expiresAt ?? Number.POSITIVE_INFINITY;

/** Earliest expiry, then earliest issue; what else is equal goes by its name in the database. */
function inOrder(lots: readonly ModelLot[]): ModelLot[] {
  return lots.toSorted((a, b) => {
    if (byEnd(a) !== byEnd(b)) return byEnd(a) < byEnd(b) ? -1 : 1;
    if (a.issuedAt !== b.issuedAt) return a.issuedAt - b.issuedAt;
    return a.id < b.id ? -1 : 1;
  });
}

function roomIn(lot: ModelLot, user: ModelUser, now: number): number {
  const { maxTokensPerDay, maxTokensPerUser } = lot.redemption;
  const redeemed = user.redeemedOf.get(lot.pool);
  const ofDay = (maxTokensPerDay ?? Number.POSITIVE_INFINITY) - (redeemed?.byDay.get(dayOf(now)) ?? 0);
  return Math.max(0, Math.min(ofDay, (maxTokensPerUser ?? Number.POSITIVE_INFINITY) - (redeemed?.total ?? 0)));
}

export function modelRedemption(
  journal: Journal,
  user: ModelUser,
  { tokens, use }: { tokens: number; use: Use },
  now: number,
): void {
  let left = tokens;
  for (const lot of inOrder(user.lots)) {
    const { enabled, allowedUses, minTokens = 0 } = lot.redemption;
    if (!enabled || !allowedUses.includes(use) || tokens < minTokens) continue;
    const spent = Math.min(left, lot.available, roomIn(lot, user, now));
    if (spent === 0) continue;
    left -= spent;
    journal.add(lot, "available", -spent);
    journal.add(lot, "redeemed", spent);
    if (!user.redeemedOf.has(lot.pool)) journal.set(user.redeemedOf, lot.pool, { total: 0, byDay: new Map() });
    const redeemed = user.redeemedOf.get(lot.pool)!;
    journal.add(redeemed, "total", spent);
    journal.set(redeemed.byDay, dayOf(now), (redeemed.byDay.get(dayOf(now)) ?? 0) + spent);
  }
  if (left > 0) throw new Refusal("REDEMPTION_NOT_ALLOWED", { requested: tokens, redeemable: tokens - left });
  journal.add(user, "redeemed", tokens);
}
