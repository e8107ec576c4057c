import { and, inArray, isNull, lt } from "drizzle-orm";
import { apiRequests } from "@/db/schema/records";
import type { Ctx } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";

/**
 * Removes some of the usage rows of more than 90 days ago; returns how many. Calls of the directory API stay: their
 * evidence is kept until the owner approves a purge (its contract, 5.26).
 */
export async function forgetOldRequests(ctx: Ctx, input: { limit: number }): Promise<number> {
  const old = ctx.db
    .select({ id: apiRequests.id })
    .from(apiRequests)
    .where(and(lt(apiRequests.at, keptSince(ctx.now)), isNull(apiRequests.eventType)))
    .limit(input.limit)
    .for("update", { skipLocked: true });
  const removed = await ctx.db
    .delete(apiRequests)
    .where(inArray(apiRequests.id, old))
    .returning({ id: apiRequests.id });
  return removed.length;
}
