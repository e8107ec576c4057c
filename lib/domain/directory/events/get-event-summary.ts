import { and, asc, eq, sql } from "drizzle-orm";
import { communityEvents } from "@/db/schema/directory-events";
import type { Ctx } from "@/lib/domain/context";
import { readEventFigures } from "@/lib/domain/directory/events/read-event-figures";
import type { ProviderEventSummary } from "@/lib/domain/directory/events/schemas";
import type { PublicEventStatus } from "@/lib/domain/directory/events/statuses";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { instantOf } from "@/lib/domain/directory/figures/figures-sql";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

const EVENTS_MAX = 10;

const ofProvider = (id: string) => and(visibleEvent(), eq(communityEvents.providerId, id))!;

async function countEvents(ctx: Ctx, providerId: string) {
  const now = instantOf(ctx.now);
  const { startsAt, endsAt, status } = communityEvents;
  const counted = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
  const [counts] = await ctx.db
    .select({
      events: sql<number>`count(*)::int`,
      upcomingEvents: counted(sql`${startsAt} >= ${now}`),
      completedOrPastEvents: counted(sql`${endsAt} < ${now}`),
      publishedEvents: counted(sql`${status} = 'published'`),
      featuredEvents: counted(sql`${status} = 'featured'`),
    })
    .from(communityEvents)
    .where(ofProvider(providerId));
  return counts!;
}

async function listFirstEvents(ctx: Ctx, providerId: string): Promise<ProviderEventSummary["data"]["events"]> {
  const { id, slug, title, eventType, status, startsAt, endsAt, city, state, isFree, capacity } = communityEvents;
  const rows = await ctx.db
    .select({ id, slug, title, eventType, status, startsAt, endsAt, city, state, isFree, capacity })
    .from(communityEvents)
    .where(ofProvider(providerId))
    .orderBy(asc(startsAt), asc(id))
    .limit(EVENTS_MAX);
  return rows.map((row) => ({
    ...omitNulls(row),
    // The condition leaves no other status.
    status: row.status as PublicEventStatus,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
}

/** A provider's visible events in sums, and the first of them. */
export async function getEventSummary(ctx: Ctx, { id }: ProviderParams): Promise<ProviderEventSummary> {
  const { ref, lookup } = await findVisibleProvider(ctx, id);
  const chosen = sql`select ${communityEvents.id} as id from ${communityEvents} where ${ofProvider(ref.id)}`;
  const [counts, figures, events] = await Promise.all([
    countEvents(ctx, ref.id),
    readEventFigures(ctx, chosen),
    listFirstEvents(ctx, ref.id),
  ]);
  const summary = { ...counts, ...figures };
  return { data: { provider: ref, generatedAt: ctx.now.toISOString(), summary, events }, meta: { lookup } };
}
