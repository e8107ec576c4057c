import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { tokenLots } from "@/db/schema/lots";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { eventRow, insertEvents } from "@/lib/domain/events/record-event";
import { userTokensExpiring } from "@/lib/domain/giving/lots/event-types";
import { DAY_MS } from "@/lib/domain/shared/duration";

const AHEAD_DAYS = 7;

const { tokens, redeemed, reversedAvailable, reversedVesting } = tokenLots;
const leftBeforeExpiry = sql`${tokens} - ${redeemed} - ${reversedAvailable} - ${reversedVesting}`;

/**
 * Tells of tokens that expire within seven days, once for each lot; lots of one owner that end at the same instant are one
 * event. Takes at most `limit` lots; returns how many it took.
 */
export function tellExpiringLots(ctx: Ctx, { limit }: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const until = new Date(ctx.now.getTime() + AHEAD_DAYS * DAY_MS);
    const lots = await ctx.db
      .select({
        id: tokenLots.transactionId,
        partnerId: tokenLots.partnerId,
        environment: tokenLots.environment,
        externalId: partnerUsers.externalId,
        left: leftBeforeExpiry.mapWith(Number),
        expiresAt: tokenLots.expiresAt,
      })
      .from(tokenLots)
      .innerJoin(partnerUsers, eq(partnerUsers.id, tokenLots.partnerUserId))
      .where(and(eq(tokenLots.isExpiryTold, false), isNotNull(tokenLots.dueAt), lte(tokenLots.expiresAt, until)))
      .orderBy(asc(tokenLots.expiresAt))
      .limit(limit)
      .for("no key update", { of: tokenLots, skipLocked: true });
    if (lots.length === 0) return 0;
    const told = new Map<string, (typeof lots)[number]>();
    // What has expired already is told by its own event.
    for (const lot of lots.filter(({ expiresAt }) => expiresAt! > ctx.now)) {
      const { partnerId, environment, externalId, expiresAt } = lot;
      const place = [partnerId, environment, externalId, expiresAt!.toISOString()].join(" ");
      const known = told.get(place);
      if (known) known.left += lot.left;
      else told.set(place, { ...lot });
    }
    const rows = [...told.values()].map(({ partnerId, environment, externalId, left: tokens, expiresAt }) =>
      eventRow({ now: ctx.now, partnerId, environment }, userTokensExpiring, {
        ...{ externalId, tokens },
        at: expiresAt!.toISOString(),
      }),
    );
    await insertEvents(ctx.db, rows);
    const ids = lots.map(({ id }) => id);
    await ctx.db.update(tokenLots).set({ isExpiryTold: true }).where(inArray(tokenLots.transactionId, ids));
    return lots.length;
  });
}
