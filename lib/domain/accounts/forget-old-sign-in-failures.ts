import { inArray, lte } from "drizzle-orm";
import { signInFailures } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";

/** Far beyond the window in which failures count. */
const KEPT_MS = 24 * 3_600_000;

/** Removes some of the failed sign-ins that no longer count; returns how many. */
export async function forgetOldSignInFailures(ctx: Ctx, input: { limit: number }): Promise<number> {
  const old = ctx.db
    .select({ id: signInFailures.id })
    .from(signInFailures)
    .where(lte(signInFailures.at, new Date(ctx.now.getTime() - KEPT_MS)))
    .limit(input.limit);
  const removed = await ctx.db
    .delete(signInFailures)
    .where(inArray(signInFailures.id, old))
    .returning({ id: signInFailures.id });
  return removed.length;
}
