import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, integer64 } from "@/db/schema/columns";

// Sums that triggers keep, statement by statement, in the transaction of the rows they sum. Nothing else writes them.

const sum = (name: string) => integer64(name).notNull();

/**
 * How many reviews of a UTC day are published: the sum over the shards, which keep writers of different providers apart.
 */
export const reviewCounts = pgTable(
  "review_counts",
  {
    day: date("day").notNull(),
    shard: integer("shard").notNull(),
    published: integer64("published").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.shard] })],
);

/** `campaign_metrics` and `campaign_assets`, summed by campaign; `metrics` and `assets` count them. */
export const campaignSums = pgTable("campaign_sums", {
  campaignId: text("campaign_id").primaryKey(),
  metrics: sum("metrics"),
  impressions: sum("impressions"),
  clicks: sum("clicks"),
  leads: sum("leads"),
  conversions: sum("conversions"),
  assets: sum("assets"),
  assetsApproved: sum("assets_approved"),
  assetsDraft: sum("assets_draft"),
  assetsBlocked: sum("assets_blocked"),
});

/** `content_metrics`, summed; an empty `provider_id` stands for none. */
export const contentMetricSums = pgTable(
  "content_metric_sums",
  {
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    providerId: text("provider_id").notNull(),
    channel: text("channel").notNull(),
    metricKey: text("metric_key").notNull(),
    count: integer64("count").notNull(),
    value: integer64("value").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.subjectType, table.subjectId, table.providerId, table.channel, table.metricKey],
    }),
    index("content_metric_sums_provider_id_idx").on(table.providerId, table.subjectType),
  ],
);

/** `content_metrics`, summed by subject and channel alone: few rows however many providers readers came to see. */
export const contentChannelSums = pgTable(
  "content_channel_sums",
  {
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    channel: text("channel").notNull(),
    metrics: sum("metrics"),
    views: sum("views"),
    clicks: sum("clicks"),
    shares: sum("shares"),
    saves: sum("saves"),
    newsletterOpens: sum("newsletter_opens"),
    newsletterClicks: sum("newsletter_clicks"),
    leads: sum("leads"),
  },
  (table) => [primaryKey({ columns: [table.subjectType, table.subjectId, table.channel] })],
);

/** Impressions and clicks of a creative on a UTC day. */
export const adCreativeDays = pgTable(
  "ad_creative_days",
  {
    creativeId: text("creative_id").notNull(),
    placementKey: text("placement_key").notNull(),
    day: date("day").notNull(),
    impressions: integer64("impressions").notNull().default(0),
    clicks: integer64("clicks").notNull().default(0),
    lastAt: instant("last_at"),
  },
  (table) => [primaryKey({ columns: [table.creativeId, table.placementKey, table.day] })],
);
