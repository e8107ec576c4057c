import { and, desc, eq, or, sql } from "drizzle-orm";
import { communityEvents } from "@/db/schema/directory-events";
import type { Ctx } from "@/lib/domain/context";
import { readEventFigures } from "@/lib/domain/directory/events/read-event-figures";
import type { EventAnalytics, EventParams } from "@/lib/domain/directory/events/schemas";
import type { PublicEventStatus } from "@/lib/domain/directory/events/statuses";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";
import { fail } from "@/lib/errors";

/** The event with this id, else with this slug; one that partners do not see is as one that never was. */
async function findVisibleEvent(ctx: Ctx, idOrSlug: string): Promise<EventAnalytics["event"]> {
  const [row] = await ctx.db
    .select({
      id: communityEvents.id,
      slug: communityEvents.slug,
      title: communityEvents.title,
      status: communityEvents.status,
      startsAt: communityEvents.startsAt,
      endsAt: communityEvents.endsAt,
      city: communityEvents.city,
      state: communityEvents.state,
    })
    .from(communityEvents)
    .where(and(or(eq(communityEvents.id, idOrSlug), eq(communityEvents.slug, idOrSlug)), visibleEvent()))
    .orderBy(desc(eq(communityEvents.id, idOrSlug)))
    .limit(1);
  if (!row) fail("event_not_found");
  return {
    ...omitNulls(row),
    // The condition leaves no other status.
    status: row.status as PublicEventStatus,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  };
}

/** Who comes to an event and what was paid to have it seen, in sums. */
export async function getEventAnalytics(ctx: Ctx, { id }: EventParams): Promise<{ data: EventAnalytics }> {
  const event = await findVisibleEvent(ctx, id);
  const figures = await readEventFigures(ctx, sql`select ${event.id}::text as id`);
  return { data: { event, analytics: { eventId: event.id, generatedAt: ctx.now.toISOString(), ...figures } } };
}
