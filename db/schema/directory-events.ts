import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, integer64, oneOf } from "@/db/schema/columns";
import { providers } from "@/db/schema/directory-providers";
import {
  EVENT_STATUSES,
  PROMOTION_STATUSES,
  PUBLIC_EVENT_STATUSES,
  RSVP_STATUSES,
} from "@/lib/domain/directory/events/statuses";

/** What the contract calls an event; `events` is the outbox. `address_line1` is never shown. */
export const communityEvents = pgTable(
  "community_events",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id").references(() => providers.id),
    title: text("title").notNull(),
    slug: text("slug").notNull(),
    description: text("description"),
    eventType: text("event_type").notNull(),
    status: text("status", { enum: EVENT_STATUSES }).notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timezone: text("timezone").notNull().default("America/Denver"),
    venueName: text("venue_name"),
    addressLine1: text("address_line1"),
    city: text("city"),
    state: text("state"),
    postalCode: text("postal_code"),
    capacity: integer("capacity"),
    isFree: boolean("is_free").notNull().default(true),
    registrationUrl: text("registration_url"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("community_events_slug_key").on(table.slug),
    index("community_events_visible_idx").on(table.startsAt, table.id).where(oneOf("status", PUBLIC_EVENT_STATUSES)),
    index("community_events_provider_idx")
      .on(table.providerId, table.startsAt, table.id)
      .where(oneOf("status", PUBLIC_EVENT_STATUSES)),
    index("community_events_provider_id_idx").on(table.providerId),
    index("community_events_city_idx")
      .on(sql`lower(${table.state})`, sql`lower(${table.city})`, table.startsAt, table.id)
      .where(oneOf("status", PUBLIC_EVENT_STATUSES)),
    check("community_events_status_check", oneOf("status", EVENT_STATUSES)),
    check("community_events_ends_check", sql`ends_at > starts_at`),
    check("community_events_capacity_check", sql`capacity >= 0`),
  ],
);

/** Who comes; partners see sums of party sizes, never a row. */
export const eventRsvps = pgTable(
  "event_rsvps",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => communityEvents.id),
    attendeeName: text("attendee_name").notNull(),
    attendeeEmail: text("attendee_email").notNull(),
    attendeePhone: text("attendee_phone"),
    consentPayload: jsonb("consent_payload").$type<Record<string, unknown>>().notNull().default({}),
    partySize: integer("party_size").notNull().default(1),
    status: text("status", { enum: RSVP_STATUSES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("event_rsvps_attendee_key").on(table.eventId, table.attendeeEmail),
    check("event_rsvps_status_check", oneOf("status", RSVP_STATUSES)),
    check("event_rsvps_party_size_check", sql`party_size >= 1`),
  ],
);

/** Paid places for an event. One that is `active` and within its dates makes the event a sponsored one. */
export const eventPromotions = pgTable(
  "event_promotions",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => communityEvents.id),
    placementKey: text("placement_key").notNull(),
    status: text("status", { enum: PROMOTION_STATUSES }).notNull(),
    budgetCents: integer64("budget_cents").notNull().default(0),
    disclosureLabel: text("disclosure_label").notNull().default("Sponsored"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("event_promotions_event_id_idx").on(table.eventId),
    check("event_promotions_status_check", oneOf("status", PROMOTION_STATUSES)),
    check("event_promotions_budget_check", sql`budget_cents >= 0`),
  ],
);
