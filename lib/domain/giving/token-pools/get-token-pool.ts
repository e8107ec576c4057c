import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { instantOf, poolColumns } from "@/lib/domain/giving/token-pools/pool-columns";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { fail } from "@/lib/errors";

/** One pool of the partner in this environment. */
export async function getTokenPool(ctx: PartnerCtx, input: { poolId: string }): Promise<TokenPool> {
  const [row] = await ctx.db
    .select(poolColumns(instantOf(ctx.now)))
    .from(tokenPools)
    .where(and(ownPools(ctx), eq(tokenPools.id, input.poolId)));
  if (!row) fail("pool_not_found");
  return presentPool(row, ctx.now);
}
