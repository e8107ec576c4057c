import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, integer64, oneOf } from "@/db/schema/columns";
import { providers } from "@/db/schema/directory-providers";
import {
  ASSET_STATUSES,
  CAMPAIGN_METRIC_KEYS,
  CAMPAIGN_TYPES,
  MARKETING_CAMPAIGN_STATUSES,
  PUBLIC_CAMPAIGN_STATUSES,
} from "@/lib/domain/directory/campaigns/statuses";

/** What the directory's contract calls a campaign; `campaigns` is giving's. */
export const marketingCampaigns = pgTable(
  "marketing_campaigns",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id").references(() => providers.id),
    campaignType: text("campaign_type", { enum: CAMPAIGN_TYPES }).notNull(),
    status: text("status", { enum: MARKETING_CAMPAIGN_STATUSES }).notNull(),
    name: text("name").notNull(),
    objective: text("objective"),
    audience: jsonb("audience").$type<Record<string, unknown>>().notNull().default({}),
    channels: text("channels").array().notNull().default([]),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("marketing_campaigns_visible_idx")
      .on(table.status, table.updatedAt.desc(), table.id)
      .where(oneOf("status", PUBLIC_CAMPAIGN_STATUSES)),
    index("marketing_campaigns_type_idx")
      .on(table.campaignType, table.status, table.updatedAt.desc(), table.id)
      .where(oneOf("status", PUBLIC_CAMPAIGN_STATUSES)),
    index("marketing_campaigns_provider_id_idx").on(table.providerId, table.updatedAt.desc(), table.id),
    check("marketing_campaigns_campaign_type_check", oneOf("campaign_type", CAMPAIGN_TYPES)),
    check("marketing_campaigns_status_check", oneOf("status", MARKETING_CAMPAIGN_STATUSES)),
  ],
);

/** Texts of a campaign; partners see counts. */
export const campaignAssets = pgTable(
  "campaign_assets",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => marketingCampaigns.id),
    assetType: text("asset_type").notNull(),
    channel: text("channel"),
    status: text("status", { enum: ASSET_STATUSES }).notNull(),
    title: text("title"),
    body: text("body"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("campaign_assets_campaign_id_idx").on(table.campaignId, table.status),
    check("campaign_assets_status_check", oneOf("status", ASSET_STATUSES)),
  ],
);

/** What a campaign achieved, as reported; partners see sums, which `campaign_metric_sums` keeps. */
export const campaignMetrics = pgTable(
  "campaign_metrics",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => marketingCampaigns.id),
    metricKey: text("metric_key", { enum: CAMPAIGN_METRIC_KEYS }).notNull(),
    metricValue: integer64("metric_value").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    recordedAt: instant("recorded_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("campaign_metrics_campaign_id_idx").on(table.campaignId, table.metricKey),
    check("campaign_metrics_metric_key_check", oneOf("metric_key", CAMPAIGN_METRIC_KEYS)),
    check("campaign_metrics_metric_value_check", sql`metric_value >= 0`),
  ],
);
