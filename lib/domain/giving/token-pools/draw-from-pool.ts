import { and, eq, gte, sql } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { inScope, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { fail } from "@/lib/errors";

const tokensDrawn = sql`${sql.placeholder("tokens")}::bigint`;

const updatePool = statement((db) =>
  db
    .update(tokenPools)
    .set({
      balance: sql`${tokenPools.balance} - ${tokensDrawn}`,
      distributed: sql`${tokenPools.distributed} + ${tokensDrawn}`,
      updatedAt: sql`${sql.placeholder("now")}::timestamptz`,
    })
    .where(
      and(
        inScope(tokenPools),
        eq(tokenPools.id, sql.placeholder("poolId")),
        eq(tokenPools.status, "ACTIVE"),
        gte(tokenPools.balance, tokensDrawn),
      ),
    )
    .returning({ balance: tokenPools.balance }),
);

/**
 * Takes tokens from a pool by one conditional update, so that no number of parallel actions can overdraw it; returns the
 * balance left. Fails with `insufficient_pool`, which names what was required and what is there.
 */
export async function drawFromPool(ctx: InTx<PartnerCtx>, poolId: string, tokens: number): Promise<number> {
  const own = and(ownPools(ctx), eq(tokenPools.id, poolId));
  if (tokens > 0) {
    const { partner, environment } = ctx;
    const scope = { partnerId: partner.id, environment, poolId };
    const [drawn] = await updatePool(ctx.db, { ...scope, tokens, now: ctx.now.toISOString() });
    if (drawn) return drawn.balance;
  }
  const [pool] = await ctx.db
    .select({ balance: tokenPools.balance, status: tokenPools.status })
    .from(tokenPools)
    .where(own);
  const balance = pool?.balance ?? 0;
  if (tokens === 0) return balance;
  if (pool?.status !== "ACTIVE") fail("pool_not_active", { details: { tokenPoolId: poolId, status: pool?.status } });
  fail("insufficient_pool", { details: { required: tokens, balance, tokenPoolId: poolId } });
}
