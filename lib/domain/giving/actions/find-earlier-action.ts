import { and, eq, sql } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { databaseErrorCode, LOCK_NOT_AVAILABLE } from "@/lib/platform/postgres-errors";

/** The actions the caller may name. */
export function ownActions(ctx: PartnerCtx) {
  return and(eq(actions.partnerId, ctx.partner.id), eq(actions.environment, ctx.environment));
}

/**
 * Holds the idempotency key until the transaction ends, so that duplicates take turns. Fails with
 * `idempotency_in_progress` when the first one is still running after the database's lock time-out.
 */
export async function lockKey(ctx: InTx<PartnerCtx>, idempotencyKey: string): Promise<void> {
  const name = `${ctx.partner.id}:${ctx.environment}:${idempotencyKey}`;
  try {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  } catch (error) {
    if (databaseErrorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    fail("idempotency_in_progress", { retryAfterSeconds: 1 });
  }
}

/** What an earlier request with this key left behind, whatever became of it. */
export async function findEarlierAction(ctx: InTx<PartnerCtx>, idempotencyKey: string) {
  const [row] = await ctx.db
    .select({
      id: actions.id,
      status: actions.status,
      payloadHash: actions.payloadHash,
      result: actions.result,
      createdAt: actions.createdAt,
    })
    .from(actions)
    .where(and(ownActions(ctx), eq(actions.idempotencyKey, idempotencyKey)));
  return row ?? null;
}
