import { and, eq } from "drizzle-orm";
import { poolMovements } from "@/db/schema/pools";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { eventRow, insertEvents } from "@/lib/domain/events/record-event";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { settleReturns } from "@/lib/domain/giving/lots/settle-due-lots";
import { tokenPoolAllocated } from "@/lib/domain/giving/token-pools/event-types";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import { noticesOf, type PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

type Scope = { partnerId: string; environment: Environment };
/** `reference` is the caller's own name for the movement: a pool serves each once. */
type Movement = { poolId: string; amount: number; reference: string; reason?: string };
type MovementType = "ALLOCATION" | "WITHDRAWAL";

/** Whether an earlier call with this reference did this already. Fails when it did something else. */
async function isServed(ctx: InTx<Ctx>, type: MovementType, movement: Movement): Promise<boolean> {
  const { poolId, reference, amount } = movement;
  const [former] = await ctx.db
    .select()
    .from(poolMovements)
    .where(and(eq(poolMovements.tokenPoolId, poolId), eq(poolMovements.reference, reference)));
  if (former && (former.type !== type || former.tokens !== amount)) {
    fail("idempotency_key_reused", { message: "This reference was used for another movement of this pool." });
  }
  return former !== undefined;
}

async function hold(ctx: InTx<Ctx>, scope: Scope, poolId: string): Promise<PoolAccount> {
  const [pool] = await holdPools(ctx, scope, { ids: [poolId] });
  return pool ?? fail("pool_not_found");
}

/** Books what the pool is due; whoever does so must keep it. */
async function settled(ctx: InTx<Ctx>, pool: PoolAccount): Promise<Posting[]> {
  return pool.dueReturns > 0 ? settleReturns(ctx, pool) : [];
}

/** Keeps what was done to a held pool, with its reference and its audit record. */
async function keep(
  ctx: InTx<Ctx>,
  pool: PoolAccount,
  done: Movement & { type: MovementType; transactionId: string; before: number; returns: Posting[] },
): Promise<void> {
  const { type, transactionId, amount, reference, reason, before, returns } = done;
  const { id, partnerId, environment } = pool.row;
  await postEntries(ctx, { partnerId, environment }, [...pool.postings, ...returns]);
  await savePools(ctx, [pool]);
  const row = { transactionId, tokenPoolId: id, type, reference, tokens: amount, createdAt: ctx.now };
  await ctx.db.insert(poolMovements).values(row);
  await insertEvents(ctx.db, noticesOf(pool, ctx.now));
  await recordAudit(ctx, {
    action: type === "ALLOCATION" ? "token_pool.allocated" : "token_pool.withdrawn",
    targetType: "token_pool",
    targetId: id,
    partnerId,
    environment,
    before: { balance: before },
    after: { balance: pool.balance, amount, reference },
    ...(reason !== undefined && { reason }),
  });
}

/** Adds tokens from the treasury. Fails with `pool_not_found`, or `pool_not_active` when the pool is closed. */
export async function allocateToPool(ctx: InTx<Ctx>, scope: Scope, movement: Movement): Promise<void> {
  const { poolId, amount } = movement;
  const pool = await hold(ctx, scope, poolId);
  if (await isServed(ctx, "ALLOCATION", movement)) return;
  if (pool.row.status === "CLOSED") {
    fail("pool_not_active", {
      message: "The token pool is closed.",
      details: { tokenPoolId: poolId, status: "CLOSED" },
    });
  }
  const returns = await settled(ctx, pool);
  const before = pool.balance;
  const transactionId = pool.exchangeWithTreasury("ALLOCATION", amount);
  await keep(ctx, pool, { ...movement, type: "ALLOCATION", transactionId, before, returns });
  const told = { tokenPoolId: poolId, amount, balance: pool.balance };
  await insertEvents(ctx.db, [eventRow({ now: ctx.now, ...scope }, tokenPoolAllocated, told)]);
}

/** Gives tokens back to the treasury. Fails with `pool_not_found`, or `insufficient_pool` beyond what the pool holds. */
export async function withdrawFromPool(ctx: InTx<Ctx>, scope: Scope, movement: Movement): Promise<void> {
  const { poolId, amount } = movement;
  const pool = await hold(ctx, scope, poolId);
  if (await isServed(ctx, "WITHDRAWAL", movement)) return;
  const returns = await settled(ctx, pool);
  const before = pool.balance;
  if (before < amount) {
    fail("insufficient_pool", {
      message: "The pool holds fewer tokens than are to be withdrawn.",
      details: { required: amount, balance: before, tokenPoolId: poolId },
    });
  }
  const transactionId = pool.withdraw(amount);
  await keep(ctx, pool, { ...movement, type: "WITHDRAWAL", transactionId, before, returns });
}
