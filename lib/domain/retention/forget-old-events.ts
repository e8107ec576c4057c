import { and, asc, eq, exists, gte, inArray, isNotNull, lt, not, or, sql } from "drizzle-orm";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";

/** Deliveries that keep their event: those that are pending, however old, and those that were made lately. */
function keeping(ctx: Ctx) {
  return or(eq(deliveries.status, "PENDING"), gte(deliveries.createdAt, keptSince(ctx.now)));
}

/** Old events that nothing keeps, locked: from here on no delivery can be made of them. */
async function lockOldEvents(ctx: InTx<Ctx>, limit: number): Promise<string[]> {
  const kept = ctx.db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(eq(deliveries.eventId, events.id), keeping(ctx)));
  const rows = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(and(lt(events.createdAt, keptSince(ctx.now)), isNotNull(events.fannedOutAt), not(exists(kept))))
    .orderBy(asc(events.createdAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(({ id }) => id);
}

/**
 * Removes some of the events of more than 90 days ago, with their deliveries and attempts; never one that still waits for
 * its deliveries or has a pending one. Several processes may run it at once. Returns how many events are gone.
 */
export async function forgetOldEvents(ctx: Ctx, input: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockOldEvents(ctx, input.limit);
    if (locked.length === 0) return 0;
    // Asked again under the lock: somebody may have had an event sent anew while it was being chosen.
    const kept = await ctx.db
      .select({ id: deliveries.eventId })
      .from(deliveries)
      .where(and(inArray(deliveries.eventId, locked), keeping(ctx)));
    const gone = locked.filter((id) => !kept.some((one) => one.id === id));
    if (gone.length === 0) return 0;
    const theirs = ctx.db.select({ id: deliveries.id }).from(deliveries).where(inArray(deliveries.eventId, gone));
    await ctx.db.delete(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, theirs));
    await ctx.db.delete(deliveries).where(inArray(deliveries.eventId, gone));
    await ctx.db.delete(events).where(inArray(events.id, gone));
    return gone.length;
  });
}
