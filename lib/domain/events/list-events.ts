import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";
import type { Envelope, EventPage, ListEventsQuery } from "@/lib/domain/events/schemas";

/**
 * The caller's events in an order that never changes behind a reader's back, as they were sent to webhooks. Positions are
 * drawn before the commit, so a later commit may carry a smaller one: events are ordered by their transaction first, and
 * shown only once every transaction that began writing before theirs has ended. Nothing can then appear before a cursor.
 */
export async function listEvents(ctx: PartnerCtx, input: ListEventsQuery): Promise<EventPage> {
  const since = keptSince(ctx.now);
  const rows = await ctx.db
    .select({ xid: events.xid, position: events.position, body: events.body })
    .from(events)
    .where(
      and(
        eq(events.partnerId, ctx.partner.id),
        or(eq(events.environment, ctx.environment), isNull(events.environment)),
        gte(events.createdAt, input.from && input.from > since ? input.from : since),
        input.types && inArray(events.type, input.types),
        // A sample of another event would look like something that happened.
        or(eq(events.isTest, false), eq(events.type, "webhook.test")),
        sql`${events.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
        input.after === undefined ? undefined : isAfter(input.after),
      ),
    )
    .orderBy(asc(events.xid), asc(events.position))
    .limit(input.limit);
  const last = rows.at(-1);
  return {
    data: rows.map(({ body }) => JSON.parse(body) as Envelope),
    nextCursor: last ? `${last.xid}.${last.position}` : (input.after ?? null),
  };
}

/** Events that are given again, at most, to who comes with a cursor of before a restore. */
const REPEATED_AFTER_RESTORE = 1_000;

/**
 * What follows a cursor. One whose transaction lies ahead of this database cluster was drawn before a restore from another:
 * `forgetForeignTransactions` has put those events in the order of their positions, so the cursor goes by position, with
 * some events given again rather than one left out.
 */
function isAfter(cursor: string): SQL {
  const [xid, position] = cursor.split(".");
  const isForeign = sql`${xid}::xid8 >= pg_snapshot_xmax(pg_current_snapshot())`;
  return sql`(${events.xid}, ${events.position}) > (
    case when ${isForeign} then '0'::xid8 else ${xid}::xid8 end,
    case when ${isForeign} then ${position}::bigint - ${REPEATED_AFTER_RESTORE}::bigint else ${position}::bigint end)`;
}
