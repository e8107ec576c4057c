import { asc, getTableColumns, type SQL, sql } from "drizzle-orm";
import { tokenLots } from "@/db/schema/lots";
import { updating } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";

/** A lot that a transaction holds locked, and what of it has vested by now. */
export type Lot = typeof tokenLots.$inferSelect & { vested: number };

/** What of a lot has vested at an instant, whatever is booked. */
export function vestedAt(at: SQL): SQL<number> {
  const { tokens, vestsFrom, vestingSteps, stepDays } = tokenLots;
  return sql`lot_vested(${tokens}, ${vestsFrom}, ${vestingSteps}, ${stepDays}, ${at})`.mapWith(Number) as SQL<number>;
}

/** Locks lots until the transaction ends. Their pools and owners must be held already. */
export function holdLots(ctx: InTx<Ctx>, where: SQL): Promise<Lot[]> {
  return ctx.db
    .select({ ...getTableColumns(tokenLots), vested: vestedAt(sql`${ctx.now.toISOString()}::timestamptz`) })
    .from(tokenLots)
    .where(where)
    .orderBy(asc(tokenLots.transactionId))
    .for("no key update");
}

const updateLots = updating(tokenLots, [
  "transactionId",
  "released",
  "redeemed",
  "reversedAvailable",
  "reversedVesting",
  "expired",
  "unrecoverable",
]);

/** Writes what has become of lots that this transaction holds. */
export function saveLots(ctx: InTx<Ctx>, lots: readonly Lot[]): Promise<void> {
  return updateLots(ctx.db, lots);
}

/** What nobody has taken and no expiry has ended. */
export function leftOf(lot: Lot): number {
  return lot.tokens - lot.redeemed - lot.reversedAvailable - lot.reversedVesting - lot.expired;
}

/** The part of what is left that is booked as available. */
export function availableOf(lot: Lot): number {
  return lot.expired > 0 ? 0 : lot.released - lot.redeemed - lot.reversedAvailable;
}

/** The part of what is left that is booked as vesting. */
export function vestingOf(lot: Lot): number {
  return leftOf(lot) - availableOf(lot);
}
