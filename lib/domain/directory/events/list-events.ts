import { and, asc, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { communityEvents, eventPromotions } from "@/db/schema/directory-events";
import type { Ctx } from "@/lib/domain/context";
import { labelOf } from "@/lib/domain/directory/disclosure-label";
import type { Event, EventList, ListEventsQuery } from "@/lib/domain/directory/events/schemas";
import type { PublicEventStatus } from "@/lib/domain/directory/events/statuses";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { instantOf } from "@/lib/domain/directory/figures/figures-sql";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { fromNearerEnd, type Reach } from "@/lib/domain/directory/paging/nearer-end";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { findFilteredProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

function matching({ city, state, from, to }: ListEventsQuery, providerId: string | undefined): SQL {
  return and(
    visibleEvent(),
    providerId === undefined ? undefined : eq(communityEvents.providerId, providerId),
    state === undefined ? undefined : sql`lower(${communityEvents.state}) = ${state.toLowerCase()}`,
    city === undefined ? undefined : sql`lower(${communityEvents.city}) = ${city.toLowerCase()}`,
    from === undefined ? undefined : gte(communityEvents.startsAt, from),
    to === undefined ? undefined : lte(communityEvents.startsAt, to),
  )!;
}

/** The label of a promotion that pays for the event now; null where none does. */
function disclosureOf(now: Date): SQL<string | null> {
  const at = instantOf(now);
  return sql<string | null>`(select ${eventPromotions.disclosureLabel} from ${eventPromotions}
    where ${eventPromotions.eventId} = ${communityEvents.id} and ${eventPromotions.status} = 'active'
      and (${eventPromotions.startsAt} is null or ${eventPromotions.startsAt} <= ${at})
      and (${eventPromotions.endsAt} is null or ${eventPromotions.endsAt} > ${at})
    order by ${eventPromotions.createdAt}, ${eventPromotions.id} limit 1)`;
}

function selectPage(db: Db, { condition, reach, now }: { condition: SQL; reach: Reach; now: Date }) {
  const { startsAt, id } = communityEvents;
  const page = db
    .select({ id })
    .from(communityEvents)
    .where(condition)
    .orderBy(...(reach.isReversed ? [desc(startsAt), desc(id)] : [asc(startsAt), asc(id)]))
    .limit(reach.limit)
    .offset(reach.offset)
    .as("page");
  return db
    .select({
      id: communityEvents.id,
      providerId: communityEvents.providerId,
      title: communityEvents.title,
      slug: communityEvents.slug,
      description: communityEvents.description,
      eventType: communityEvents.eventType,
      status: communityEvents.status,
      startsAt: communityEvents.startsAt,
      endsAt: communityEvents.endsAt,
      timezone: communityEvents.timezone,
      venueName: communityEvents.venueName,
      city: communityEvents.city,
      state: communityEvents.state,
      capacity: communityEvents.capacity,
      isFree: communityEvents.isFree,
      registrationUrl: communityEvents.registrationUrl,
      disclosureLabel: disclosureOf(now),
    })
    .from(page)
    .innerJoin(communityEvents, eq(id, page.id))
    .orderBy(asc(startsAt), asc(id));
}

type Row = Awaited<ReturnType<typeof selectPage>>[number];

function presentEvent(row: Row): Event {
  return {
    ...omitNulls(row),
    // The condition leaves no other status.
    status: row.status as PublicEventStatus,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    isSponsored: row.disclosureLabel !== null,
    ...(row.disclosureLabel !== null && { disclosureLabel: labelOf(row.disclosureLabel) }),
  };
}

/** Visible events, the earliest first. */
export async function listEvents(ctx: Ctx, input: ListEventsQuery): Promise<EventList> {
  const providerId = await findFilteredProvider(ctx, input.providerId);
  if (providerId === null) return { data: [], meta: listMeta(paginate(0, input)) };
  const condition = matching(input, providerId);
  const pagination = paginate(await countMatching(ctx, communityEvents, condition), input);
  const rows = await selectPage(ctx.db, { condition, reach: fromNearerEnd(pagination), now: ctx.now });
  return { data: rows.map(presentEvent), meta: listMeta(pagination) };
}
