import { and, eq, type SQL, sql } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { inScope, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

export type ActionPool = { id: string; status: (typeof tokenPools.$inferSelect)["status"] };

const selectPool = (chosen: SQL) =>
  statement((db) =>
    db
      .select({ id: tokenPools.id, status: tokenPools.status })
      .from(tokenPools)
      .where(and(inScope(tokenPools), chosen)),
  );
const selectDefaultPool = selectPool(eq(tokenPools.isDefault, true));
const selectNamedPool = selectPool(eq(tokenPools.id, sql.placeholder("tokenPoolId")));

/** The pool an action draws on: the one it names, else the partner's default (contract 8.3). */
export async function findPoolForAction(
  ctx: InTx<PartnerCtx>,
  tokenPoolId: string | undefined,
): Promise<ActionPool | null> {
  const { partner, environment } = ctx;
  const select = tokenPoolId === undefined ? selectDefaultPool : selectNamedPool;
  const [pool] = await select(ctx.db, { partnerId: partner.id, environment, tokenPoolId });
  return pool ?? null;
}

export function requireActivePool(pool: ActionPool): void {
  if (pool.status !== "ACTIVE") {
    fail("pool_not_active", {
      message: `The token pool is ${pool.status.toLowerCase()}.`,
      details: { tokenPoolId: pool.id, status: pool.status },
    });
  }
}
