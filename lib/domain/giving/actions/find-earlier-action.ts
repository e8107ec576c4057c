import { and, eq, sql } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import { inScope, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { databaseErrorCode, LOCK_NOT_AVAILABLE } from "@/lib/platform/postgres-errors";

/** The actions the caller may name. */
export function ownActions(ctx: PartnerCtx) {
  return and(eq(actions.partnerId, ctx.partner.id), eq(actions.environment, ctx.environment));
}

const takeLock = statement((db) =>
  db
    .select({ taken: sql`pg_advisory_xact_lock(hashtextextended(${sql.placeholder("name")}, 0))` })
    .from(sql`(values (1)) as once`),
);

/**
 * Holds the idempotency key until the transaction ends, so that duplicates take turns. Fails with
 * `idempotency_in_progress` when the first one is still running after the database's lock time-out.
 */
export async function lockKey(ctx: InTx<PartnerCtx>, idempotencyKey: string): Promise<void> {
  const name = `${ctx.partner.id}:${ctx.environment}:${idempotencyKey}`;
  try {
    await takeLock(ctx.db, { name });
  } catch (error) {
    if (databaseErrorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    fail("idempotency_in_progress", { retryAfterSeconds: 1 });
  }
}

const selectByKey = statement((db) =>
  db
    .select({
      id: actions.id,
      status: actions.status,
      payloadHash: actions.payloadHash,
      result: actions.result,
      createdAt: actions.createdAt,
    })
    .from(actions)
    .where(and(inScope(actions), eq(actions.idempotencyKey, sql.placeholder("idempotencyKey")))),
);

/** What an earlier request with this key left behind, whatever became of it. */
export async function findEarlierAction(ctx: InTx<PartnerCtx>, idempotencyKey: string) {
  const { partner, environment } = ctx;
  const [row] = await selectByKey(ctx.db, { partnerId: partner.id, environment, idempotencyKey });
  return row ?? null;
}
