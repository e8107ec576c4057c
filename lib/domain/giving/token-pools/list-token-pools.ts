import { count, desc } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { instantOf, poolColumns } from "@/lib/domain/giving/token-pools/pool-columns";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPoolList } from "@/lib/domain/giving/token-pools/schemas";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** The partner's pools in this environment, newest first. */
export async function listTokenPools(ctx: PartnerCtx, input: { page: number; limit: number }): Promise<TokenPoolList> {
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select(poolColumns(instantOf(ctx.now)))
      .from(tokenPools)
      .where(ownPools(ctx))
      .orderBy(desc(tokenPools.createdAt), desc(tokenPools.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(tokenPools).where(ownPools(ctx)),
  ]);
  return pageOf(
    rows.map((row) => presentPool(row, ctx.now)),
    counted!.total,
    input,
  );
}
