import { inArray, lte, sql } from "drizzle-orm";
import { replayClaims } from "@/db/schema/keys";
import type { Ctx } from "@/lib/domain/context";

// Where a row lies names it within one statement, which two key columns would do more slowly.
const place = sql`ctid`;

/** Removes some of the replay claims whose signatures are too old to be accepted anyway; returns how many. */
export async function forgetReplayClaims(ctx: Ctx, input: { limit: number }): Promise<number> {
  const expired = ctx.db
    .select({ place })
    .from(replayClaims)
    .where(lte(replayClaims.expiresAt, ctx.now))
    .limit(input.limit)
    .for("update", { skipLocked: true });
  const removed = await ctx.db
    .delete(replayClaims)
    .where(inArray(place, expired))
    .returning({ expiresAt: replayClaims.expiresAt });
  return removed.length;
}
