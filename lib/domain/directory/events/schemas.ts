import { z } from "zod";
import { PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { Count, filterTime, Ratio } from "@/lib/domain/directory/figures/schemas";
import { filterText, LookupMeta, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { ProviderRef } from "@/lib/domain/directory/providers/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** Path of what concerns one event: its id or its slug. */
export const EventParams = z.object({ id: z.string().meta({ description: "Id or slug of the event." }) });
export type EventParams = z.output<typeof EventParams>;

const EventStatus = z.enum(PUBLIC_EVENT_STATUSES);

/** An event as partners see it; one that an active promotion pays for says so. */
export const Event = z
  .object({
    id: z.string(),
    providerId: z.string().optional(),
    title: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    eventType: z.string(),
    status: EventStatus,
    startsAt: IsoTime,
    endsAt: IsoTime,
    timezone: z.string().meta({ example: "America/Denver" }),
    venueName: z.string().optional(),
    city: z.string().optional(),
    state: z.string().optional(),
    capacity: z.int().optional(),
    isFree: z.boolean(),
    registrationUrl: z.string().optional(),
    isSponsored: z.boolean(),
    disclosureLabel: z.string().optional(),
  })
  .meta({ id: "CommunityEvent" });
export type Event = z.output<typeof Event>;

export const ListEventsQuery = PageQuery.extend({
  providerId: filterText.meta({ description: "Id or slug of a provider." }),
  city: filterText.meta({ example: "Denver" }),
  state: filterText.meta({ example: "CO" }),
  from: filterTime.meta({ description: "Events that start at this time or later." }),
  to: filterTime.meta({ description: "Events that start at this time or earlier." }),
});
export type ListEventsQuery = z.output<typeof ListEventsQuery>;

export const EventList = pagedOf(Event);
export type EventList = z.output<typeof EventList>;

/** Sums of an event's or a provider's: people by party size, promotions, and what advertising did. */
export const EventFigures = z.object({
  rsvps: z.object({
    total: Count,
    confirmed: Count,
    waitlisted: Count,
    canceled: Count,
    attended: Count,
    noShow: Count,
  }),
  promotions: z.object({ total: Count, active: Count, budgetCents: Count }),
  ads: z.object({ impressions: Count, clicks: Count, clickThroughRate: Ratio }),
});
export type EventFigures = z.output<typeof EventFigures>;

const EventHead = Event.pick({
  id: true,
  slug: true,
  title: true,
  status: true,
  startsAt: true,
  endsAt: true,
  city: true,
  state: true,
});

export const EventAnalytics = z.object({
  data: z.object({
    event: EventHead,
    analytics: EventFigures.extend({ eventId: z.string(), generatedAt: IsoTime }),
  }),
});
export type EventAnalytics = z.output<typeof EventAnalytics>["data"];

export const ProviderEventSummary = z.object({
  data: z.object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    summary: EventFigures.extend({
      events: Count,
      upcomingEvents: Count,
      completedOrPastEvents: Count,
      publishedEvents: Count,
      featuredEvents: Count,
    }),
    events: z.array(EventHead.extend(Event.pick({ eventType: true, isFree: true, capacity: true }).shape)),
  }),
  meta: LookupMeta,
});
export type ProviderEventSummary = z.output<typeof ProviderEventSummary>;
