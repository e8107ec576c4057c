import { and, eq, sql } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownScope, recordEvent } from "@/lib/domain/events/record-event";
import { tokenPoolDepleted } from "@/lib/domain/giving/token-pools/event-types";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";

const credits = sql`${tokenPools.allocated} + ${tokenPools.returned}`;

/** Tells that a pool is used up, unless that was told and nothing was credited since. */
export async function tellDepletion(ctx: InTx<PartnerCtx>, tokenPoolId: string): Promise<void> {
  const [pool] = await ctx.db
    .update(tokenPools)
    .set({ depletedAtCredits: credits })
    .where(
      and(
        ownPools(ctx),
        eq(tokenPools.id, tokenPoolId),
        sql`${tokenPools.depletedAtCredits} is distinct from ${credits}`,
      ),
    )
    .returning({ balance: tokenPools.balance });
  if (pool) await recordEvent(ctx, ownScope(ctx), tokenPoolDepleted, { tokenPoolId, balance: pool.balance });
}
