import { and, asc, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { tokenLots } from "@/db/schema/lots";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { insertEvents } from "@/lib/domain/events/record-event";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { holdLots } from "@/lib/domain/giving/lots/hold-lots";
import { saveSettlement } from "@/lib/domain/giving/lots/save-settlement";
import { Settlement } from "@/lib/domain/giving/lots/settlement";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import { noticesOf, type PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import { holdUsers } from "@/lib/domain/giving/users/hold-users";
import type { Environment } from "@/lib/domain/shared/schemas";

type Scope = { partnerId: string; environment: Environment };
type DueLot = Scope &
  Pick<typeof tokenLots.$inferSelect, "transactionId" | "partnerUserId" | "tokenPoolId" | "returnsToPool">;

/** Lots of which something is to be booked by now, the longest due first. */
function findDueLots(ctx: Ctx, where: SQL | undefined, limit: number): Promise<DueLot[]> {
  const { partnerId, environment, transactionId, partnerUserId, tokenPoolId, returnsToPool } = tokenLots;
  return ctx.db
    .select({ partnerId, environment, transactionId, partnerUserId, tokenPoolId, returnsToPool })
    .from(tokenLots)
    .where(and(lte(tokenLots.dueAt, ctx.now), where))
    .orderBy(asc(tokenLots.dueAt), asc(tokenLots.transactionId))
    .limit(limit);
}

/** Books what is due of these lots; whoever settled some of them meanwhile has left them out of what is due. */
async function settle(ctx: InTx<Ctx>, scope: Scope, due: readonly DueLot[], pools: readonly PoolAccount[]) {
  const owners = await holdUsers(
    ctx,
    scope,
    due.map((lot) => lot.partnerUserId),
  );
  const ids = due.map((lot) => lot.transactionId);
  const lots = await holdLots(ctx, and(inArray(tokenLots.transactionId, ids), lte(tokenLots.dueAt, ctx.now))!);
  const settlement = new Settlement(ctx.now, scope, pools, owners);
  for (const lot of lots) settlement.settle(lot);
  await saveSettlement(ctx, settlement);
  return settlement;
}

async function settleScope(ctx: InTx<Ctx>, scope: Scope, due: readonly DueLot[]): Promise<void> {
  const ids = new Set(due.filter((lot) => lot.returnsToPool).map((lot) => lot.tokenPoolId));
  const pools = ids.size > 0 ? await holdPools(ctx, scope, { ids: [...ids] }) : [];
  const { postings } = await settle(ctx, scope, due, pools);
  await postEntries(ctx, scope, [...pools.flatMap((pool) => pool.postings), ...postings]);
  await savePools(ctx, pools);
  await insertEvents(
    ctx.db,
    pools.flatMap((pool) => noticesOf(pool, ctx.now)),
  );
}

/**
 * Books releases and expiries that have come due, at most `limit` lots of them, a transaction for each partner and
 * environment; returns how many lots were due. Balances do not wait for it: they are derived for the moment of the call.
 */
export async function settleDueLots(ctx: Ctx, { limit }: { limit: number }): Promise<number> {
  const due = await findDueLots(ctx, undefined, limit);
  const scopes = new Map<string, { scope: Scope; lots: DueLot[] }>();
  for (const lot of due) {
    const { partnerId, environment } = lot;
    const name = `${partnerId} ${environment}`;
    const present = scopes.get(name) ?? { scope: { partnerId, environment }, lots: [] };
    present.lots.push(lot);
    scopes.set(name, present);
  }
  for (const { scope, lots } of scopes.values()) await inTransaction(ctx, (ctx) => settleScope(ctx, scope, lots));
  return due.length;
}

const RETURNS_AT_ONCE = 1_000;

/**
 * Books what has expired back into a held pool, so that a draw that it covers is not refused. The caller saves the pool and
 * writes the postings that this returns together with the pool's own.
 */
export async function settleReturns(ctx: InTx<Ctx>, pool: PoolAccount): Promise<Posting[]> {
  const { partnerId, environment, id } = pool.row;
  const ofPool = and(eq(tokenLots.tokenPoolId, id), sql`returns_to_pool`, lte(tokenLots.expiresAt, ctx.now));
  const postings: Posting[] = [];
  for (;;) {
    const due = await findDueLots(ctx, ofPool, RETURNS_AT_ONCE);
    postings.push(...(await settle(ctx, { partnerId, environment }, due, [pool])).postings);
    if (due.length < RETURNS_AT_ONCE) return postings;
  }
}
