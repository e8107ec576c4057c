import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, integer64, oneOf } from "@/db/schema/columns";
import { communityEvents } from "@/db/schema/directory-events";
import { providers } from "@/db/schema/directory-providers";
import { AD_CAMPAIGN_STATUSES, AD_SURFACES } from "@/lib/domain/directory/ads/statuses";

export const adPlacements = pgTable(
  "ad_placements",
  {
    id: text("id").primaryKey(),
    placementKey: text("placement_key").notNull(),
    name: text("name").notNull(),
    surface: text("surface", { enum: AD_SURFACES }).notNull(),
    description: text("description"),
    disclosureRequired: boolean("disclosure_required").notNull().default(true),
    disclosureLabel: text("disclosure_label").notNull().default("Sponsored"),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("ad_placements_placement_key_key").on(table.placementKey),
    check("ad_placements_surface_check", oneOf("surface", AD_SURFACES)),
  ],
);

/** What gates creatives; never shown itself. */
export const adCampaigns = pgTable(
  "ad_campaigns",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text("name").notNull(),
    status: text("status", { enum: AD_CAMPAIGN_STATUSES }).notNull(),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    budgetCents: integer64("budget_cents").notNull().default(0),
    targetingRules: jsonb("targeting_rules").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("ad_campaigns_provider_id_idx").on(table.providerId, table.status),
    check("ad_campaigns_status_check", oneOf("status", AD_CAMPAIGN_STATUSES)),
    check("ad_campaigns_budget_check", sql`budget_cents >= 0`),
  ],
);

/** `event_id` is set where the creative advertises an event. */
export const adCreatives = pgTable(
  "ad_creatives",
  {
    id: text("id").primaryKey(),
    placementId: text("placement_id")
      .notNull()
      .references(() => adPlacements.id),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => adCampaigns.id),
    eventId: text("event_id").references(() => communityEvents.id),
    headline: text("headline").notNull(),
    body: text("body"),
    imageUrl: text("image_url"),
    destinationUrl: text("destination_url"),
    disclosureLabel: text("disclosure_label").notNull().default("Sponsored"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("ad_creatives_placement_id_idx").on(table.placementId, table.id).where(sql`is_active`),
    index("ad_creatives_campaign_id_idx").on(table.campaignId),
    index("ad_creatives_event_id_idx").on(table.eventId).where(sql`event_id is not null`),
  ],
);

/** One showing of a creative; `visitor_key` and `session_key` serve the frequency cap. Partners see counts. */
export const adImpressions = pgTable(
  "ad_impressions",
  {
    id: text("id").primaryKey(),
    placementKey: text("placement_key").notNull(),
    creativeId: text("creative_id")
      .notNull()
      .references(() => adCreatives.id),
    requestId: text("request_id"),
    visitorKey: text("visitor_key"),
    sessionKey: text("session_key"),
    userContext: jsonb("user_context").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("ad_impressions_creative_id_idx").on(table.creativeId, table.createdAt, table.placementKey),
    index("ad_impressions_visitor_key_idx")
      .on(table.visitorKey, table.createdAt, table.creativeId)
      .where(sql`visitor_key is not null`),
    index("ad_impressions_session_key_idx")
      .on(table.sessionKey, table.createdAt, table.creativeId)
      .where(sql`session_key is not null`),
  ],
);

export const adClicks = pgTable(
  "ad_clicks",
  {
    id: text("id").primaryKey(),
    placementKey: text("placement_key").notNull(),
    creativeId: text("creative_id")
      .notNull()
      .references(() => adCreatives.id),
    requestId: text("request_id"),
    destinationUrl: text("destination_url"),
    userContext: jsonb("user_context").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("ad_clicks_creative_id_idx").on(table.creativeId, table.createdAt, table.placementKey)],
);
