import { and, eq, inArray, sum } from "drizzle-orm";
import { communityEvents, eventRsvps } from "@/db/schema/directory-events";
import { providers } from "@/db/schema/directory-providers";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed, Made } from "@/lib/domain/directory/content/schemas";
import type { CreateEvent, CreateRsvp } from "@/lib/domain/directory/events/changes/schemas";
import { type EventStatus, PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";
import { eventCreated, eventRsvpCreated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Row = typeof communityEvents.$inferSelect;

const isVisible = (status: EventStatus) => (PUBLIC_EVENT_STATUSES as readonly string[]).includes(status);

/** Of an event that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<Ctx>, { id: eventId, providerId, status, slug, title, startsAt }: Row): Promise<void> {
  const shown = isVisible(status) ? { slug, title, startsAt: startsAt.toISOString() } : {};
  const ids = { eventId, ...(providerId && { providerId }) };
  await recordDirectoryEvent(ctx, eventCreated, eventId, { ...ids, status, ...shown });
}

/** Enters an event, as a draft unless it is to be seen at once. Its slug is made of the title. */
export async function createEvent(ctx: AdminCtx, { reason, ...input }: CreateEvent): Promise<Made> {
  return inTransaction(ctx, async (ctx) => {
    if (input.providerId !== undefined) {
      const [provider] = await ctx.db.select().from(providers).where(eq(providers.id, input.providerId));
      if (!provider) fail("provider_not_found");
    }
    const id = newUuidId("event");
    await requirePolicy(ctx, { subjectType: "event", subjectId: id, texts: [input.title, input.description] });
    const [row] = await ctx.db
      .insert(communityEvents)
      .values({ id, slug: `${slugOf(input.title)}-${id.slice(-12)}`, ...input, createdAt: ctx.now, updatedAt: ctx.now })
      .returning();
    const { title, status } = input;
    await auditChange(ctx, {
      ...{ action: "event.created", targetType: "event", targetId: id, reason },
      after: { title, status, slug: row!.slug },
    });
    await tell(ctx, row!);
    return { data: { id, status, createdAt: ctx.now.toISOString() } };
  });
}

/** Moves an event to another status; subscribers hear of it when that changes whether or how it is to be seen. */
export async function changeEventStatus(
  ctx: AdminCtx,
  { id, status, reason }: { id: string; status: EventStatus; reason: string },
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(communityEvents).where(eq(communityEvents.id, id)).for("no key update");
    if (!before) fail("event_not_found");
    if (before.status === status) return { data: presentContent(before, PUBLIC_EVENT_STATUSES) };
    const [after] = await ctx.db
      .update(communityEvents)
      .set({ status, updatedAt: ctx.now })
      .where(eq(communityEvents.id, id))
      .returning();
    await auditChange(ctx, {
      ...{ action: "event.moved", targetType: "event", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    if (isVisible(before.status) || isVisible(status)) await tell(ctx, after!);
    return { data: presentContent(after!, PUBLIC_EVENT_STATUSES) };
  });
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
