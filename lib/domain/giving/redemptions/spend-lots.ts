import { availableOf, type Lot } from "@/lib/domain/giving/lots/hold-lots";
import type { RedemptionUse } from "@/lib/domain/giving/token-pools/schemas";
import { fail } from "@/lib/errors";

type Wish = { tokens: number; use: RedemptionUse };
/** What was redeemed of a pool's tokens so far. */
type Redeemed = ReadonlyMap<string, { total: number; today: number }>;

/** Earliest expiry first, then earliest issue (contract 8.2). */
function bySpendingOrder(a: Lot, b: Lot): number {
  const expiry = (lot: Lot) => lot.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const [first, second] = [expiry(a), expiry(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.issuedAt.getTime() - b.issuedAt.getTime() || (a.transactionId < b.transactionId ? -1 : 1);
}

/** Why a lot's rules do not let it serve this wish; null where they do. */
function refusalOf({ redemption }: Lot, { tokens, use }: Wish): string | null {
  if (!redemption.enabled) return "redemption is turned off";
  if (!redemption.allowedUses.includes(use))
    return `may be used for ${redemption.allowedUses.join(", ") || "nothing"} only`;
  if (tokens < (redemption.minTokens ?? 0)) return `at least ${redemption.minTokens} tokens at once`;
  return null;
}

/**
 * Chooses the lots that serve a redemption, by the rules each was issued under; caps count what was redeemed of the same
 * pool. Fails with `redemption_not_allowed`, which says how many tokens could be had and what stood in the way.
 */
export function spendLots(lots: readonly Lot[], wish: Wish, redeemed: Redeemed): { lot: Lot; tokens: number }[] {
  const taken = new Map<string, number>();
  const reasons = new Set<string>();
  const spent: { lot: Lot; tokens: number }[] = [];
  let left = wish.tokens;
  for (const lot of lots.toSorted(bySpendingOrder)) {
    if (left === 0) break;
    const refusal = refusalOf(lot, wish);
    if (refusal) {
      reasons.add(refusal);
      continue;
    }
    const { maxTokensPerDay = Number.POSITIVE_INFINITY, maxTokensPerUser = Number.POSITIVE_INFINITY } = lot.redemption;
    const { total = 0, today = 0 } = redeemed.get(lot.tokenPoolId) ?? {};
    const now = taken.get(lot.tokenPoolId) ?? 0;
    const most = Math.min(maxTokensPerDay - today, maxTokensPerUser - total) - now;
    if (most < Math.min(left, availableOf(lot))) reasons.add(capText(lot));
    const tokens = Math.min(left, availableOf(lot), Math.max(0, most));
    if (tokens === 0) continue;
    spent.push({ lot, tokens });
    taken.set(lot.tokenPoolId, now + tokens);
    left -= tokens;
  }
  if (left > 0) {
    const details = { requested: wish.tokens, redeemable: wish.tokens - left, reasons: [...reasons] };
    fail("redemption_not_allowed", { details });
  }
  return spent;
}

function capText({ redemption: { maxTokensPerDay, maxTokensPerUser } }: Lot): string {
  const caps = [
    maxTokensPerDay === undefined ? null : `at most ${maxTokensPerDay} tokens a day`,
    maxTokensPerUser === undefined ? null : `at most ${maxTokensPerUser} tokens a user`,
  ];
  return caps.filter(Boolean).join(", ");
}
