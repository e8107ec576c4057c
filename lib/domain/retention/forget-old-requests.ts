import { inArray, lt } from "drizzle-orm";
import { apiRequests } from "@/db/schema/records";
import type { Ctx } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";

/** Removes some of the usage rows of more than 90 days ago; returns how many. */
export async function forgetOldRequests(ctx: Ctx, input: { limit: number }): Promise<number> {
  const old = ctx.db
    .select({ id: apiRequests.id })
    .from(apiRequests)
    .where(lt(apiRequests.at, keptSince(ctx.now)))
    .limit(input.limit)
    .for("update", { skipLocked: true });
  const removed = await ctx.db
    .delete(apiRequests)
    .where(inArray(apiRequests.id, old))
    .returning({ id: apiRequests.id });
  return removed.length;
}
