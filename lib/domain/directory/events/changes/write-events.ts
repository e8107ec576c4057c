import { and, eq, inArray, sum } from "drizzle-orm";
import { communityEvents, eventRsvps } from "@/db/schema/directory-events";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { type ContentKind, isVisible, type Written } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { requireProviderNamed } from "@/lib/domain/directory/content/require-named";
import type { Made } from "@/lib/domain/directory/content/schemas";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import type { CreateRsvp } from "@/lib/domain/directory/events/changes/schemas";
import { PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";
import { eventCreated, eventRsvpCreated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Row = typeof communityEvents.$inferSelect;

const EVENT_KIND: ContentKind<typeof communityEvents> = {
  ...{ table: communityEvents, subject: "event", idPrefix: "event", title: "title", status: "status" },
  visible: PUBLIC_EVENT_STATUSES,
  fields: [
    ...(["title", "eventType", "startsAt", "endsAt", "description", "venueName", "addressLine1", "city"] as const),
    ...(["state", "postalCode", "capacity", "isFree", "registrationUrl", "providerId"] as const),
  ],
  texts: ["title", "description", "eventType", "venueName", "city", "state", "postalCode"],
  noted: ["title", "status", "slug"],
  ...{ moved: "event.moved", missing: "event_not_found" },
  initial: ({ id, title }) => ({ slug: `${slugOf(title)}-${id.slice(-12)}` }),
  flaw: ({ startsAt, endsAt }) => (endsAt > startsAt ? undefined : "endsAt must lie after startsAt"),
  requireNamed: requireProviderNamed,
  tell,
};

export const listEventRecords = listing(EVENT_KIND);
export const getEventRecord = reading(EVENT_KIND);
/** Enters an event, as a draft unless it is to be seen at once. Its slug is made of the title, and stays. */
export const createEvent = creating(EVENT_KIND);
/** Changes an event or its status; subscribers hear when its status changes whether or how it is to be seen. */
export const changeEvent = changing(EVENT_KIND);

/** Of an event that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<AdminCtx>, { before, after }: Written<typeof communityEvents>): Promise<void> {
  const { id: eventId, providerId, status, slug, title, startsAt } = after;
  if (before?.status === status) return;
  const shown = isVisible(EVENT_KIND, after) ? { slug, title, startsAt: startsAt.toISOString() } : {};
  const ids = { eventId, ...(providerId && { providerId }) };
  await recordDirectoryEvent(ctx, eventCreated, eventId, { ...ids, status, ...shown });
}

/** Enters somebody who comes to an event that is to be seen, or waits for a place; once for each address. */
export async function createRsvp(ctx: AdminCtx, input: { id: string } & CreateRsvp): Promise<Made> {
  const { id: eventId, reason, ...attendee } = input;
  return inTransaction(ctx, async (ctx) => {
    // The event is the lock: of two who take the last place one waits.
    const [event] = await ctx.db
      .select()
      .from(communityEvents)
      .where(and(eq(communityEvents.id, eventId), visibleEvent()))
      .for("no key update");
    if (!event) fail("event_not_found");
    const id = newUuidId("rsvp");
    const status = (await hasRoom(ctx, event, attendee.partySize)) ? "confirmed" : "waitlisted";
    const [made] = await ctx.db
      .insert(eventRsvps)
      .values({ id, eventId, ...attendee, status, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: eventRsvps.id });
    if (!made) fail("invalid_state_transition", { message: "This address has answered for this event already." });
    const { partySize } = attendee;
    await auditChange(ctx, {
      ...{ action: "event_rsvp.created", targetType: "event_rsvp", targetId: id, reason },
      after: { eventId, status, partySize },
    });
    const createdAt = ctx.now.toISOString();
    await recordDirectoryEvent(ctx, eventRsvpCreated, eventId, { eventId, rsvpId: id, status, partySize, createdAt });
    return { data: { id, status, createdAt } };
  });
}

async function hasRoom(ctx: InTx<Ctx>, { id, capacity }: Row, partySize: number): Promise<boolean> {
  if (capacity === null) return true;
  const [taken] = await ctx.db
    .select({ n: sum(eventRsvps.partySize).mapWith(Number) })
    .from(eventRsvps)
    .where(and(eq(eventRsvps.eventId, id), inArray(eventRsvps.status, ["confirmed", "attended"])));
  return (taken?.n ?? 0) + partySize <= capacity;
}
