import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { fail } from "@/lib/errors";

export type ActionPool = { id: string; status: (typeof tokenPools.$inferSelect)["status"] };

/** The pool an action draws on: the one it names, else the partner's default (contract 8.3). */
export async function findPoolForAction(
  ctx: InTx<PartnerCtx>,
  tokenPoolId: string | undefined,
): Promise<ActionPool | null> {
  const chosen = tokenPoolId === undefined ? eq(tokenPools.isDefault, true) : eq(tokenPools.id, tokenPoolId);
  const [pool] = await ctx.db
    .select({ id: tokenPools.id, status: tokenPools.status })
    .from(tokenPools)
    .where(and(ownPools(ctx), chosen));
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
