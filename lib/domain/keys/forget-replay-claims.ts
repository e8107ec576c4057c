import { inArray, lte, sql } from "drizzle-orm";
import { replayClaims } from "@/db/schema/keys";
import type { Ctx } from "@/lib/domain/context";

/** Removes some of the replay claims whose signatures are too old to be accepted anyway; returns how many. */
export async function forgetReplayClaims(ctx: Ctx, input: { limit: number }): Promise<number> {
  const row = sql`${replayClaims}.ctid`;
  const expired = ctx.db
    .select({ row: sql`ctid` })
    .from(replayClaims)
    .where(lte(replayClaims.expiresAt, ctx.now))
    .limit(input.limit);
  const removed = await ctx.db
    .delete(replayClaims)
    .where(inArray(row, expired))
    .returning({ at: replayClaims.expiresAt });
  return removed.length;
}
