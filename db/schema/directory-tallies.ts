import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, integer64 } from "@/db/schema/columns";

// Sums that triggers keep, statement by statement, in the transaction of the rows they sum. Nothing else writes them.

/** How many reviews are published: the sum over the shards, which keep writers of different providers apart. */
export const reviewCounts = pgTable("review_counts", {
  shard: integer("shard").primaryKey(),
  published: integer64("published").notNull(),
});

/** `campaign_metrics`, summed. */
export const campaignMetricSums = pgTable(
  "campaign_metric_sums",
  {
    campaignId: text("campaign_id").notNull(),
    metricKey: text("metric_key").notNull(),
    count: integer64("count").notNull(),
    value: integer64("value").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.metricKey] })],
);

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
