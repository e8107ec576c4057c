import { and, eq, sql } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import { inScope, send, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { databaseErrorCode, LOCK_NOT_AVAILABLE } from "@/lib/platform/postgres-errors";

/** The actions the caller may name. */
export function ownActions(ctx: PartnerCtx) {
  return and(eq(actions.partnerId, ctx.partner.id), eq(actions.environment, ctx.environment));
}

const LOCK = "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) as name";
const TRY_LOCK = `select name from unnest($1::text[]) as name
  where not pg_try_advisory_xact_lock(hashtextextended(name, 0))`;

const lockNames = (ctx: PartnerCtx, keys: readonly string[]) =>
  // In one order for everyone, so that two that hold several never wait crosswise.
  keys.map((key) => `${ctx.partner.id}:${ctx.environment}:${key}`).toSorted();

/**
 * Holds the idempotency keys until the transaction ends, so that duplicates take turns. Fails with
 * `idempotency_in_progress` when another one is still running after the database's lock time-out.
 */
export async function lockKeys(ctx: InTx<PartnerCtx>, keys: readonly string[]): Promise<void> {
  try {
    await send(ctx.db, LOCK, [lockNames(ctx, keys)]);
  } catch (error) {
    if (databaseErrorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    fail("idempotency_in_progress", { retryAfterSeconds: 1 });
  }
}

/** Holds those keys that nobody else holds; says of each whether it is held now. */
export async function tryLockKeys(ctx: InTx<PartnerCtx>, keys: readonly string[]): Promise<(key: string) => boolean> {
  const names = lockNames(ctx, keys);
  const taken = new Set((await send<{ name: string }>(ctx.db, TRY_LOCK, [names])).map(({ name }) => name));
  const prefix = `${ctx.partner.id}:${ctx.environment}:`;
  return (key) => !taken.has(prefix + key);
}

const selectByKey = statement((db) =>
  db
    .select({
      id: actions.id,
      idempotencyKey: actions.idempotencyKey,
      status: actions.status,
      payloadHash: actions.payloadHash,
      result: actions.result,
      createdAt: actions.createdAt,
    })
    .from(actions)
    .where(and(inScope(actions), sql`${actions.idempotencyKey} = any(${sql.placeholder("keys")})`)),
);

export type EarlierAction = Awaited<ReturnType<typeof selectByKey>>[number];

/** What earlier requests with these keys left behind, whatever became of them, by key. */
export async function findEarlierActions(
  ctx: InTx<PartnerCtx>,
  keys: readonly string[],
): Promise<Map<string, EarlierAction>> {
  const { partner, environment } = ctx;
  const rows = await selectByKey(ctx.db, { partnerId: partner.id, environment, keys });
  return new Map(rows.map((row) => [row.idempotencyKey, row]));
}
