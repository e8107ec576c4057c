import { sql } from "drizzle-orm";
import { boolean, check, date, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, integer64, oneOf } from "@/db/schema/columns";
import { tokenPools } from "@/db/schema/giving";
import { partners } from "@/db/schema/partners";
import type { CampaignWindow, SplitRule } from "@/lib/domain/giving/campaigns/schemas";
import { CAMPAIGN_STATUSES, PAUSE_REASONS, ROUNDINGS, UNMATCHED_SPLITS } from "@/lib/domain/giving/campaigns/statuses";
import { ENVIRONMENTS, type Metadata } from "@/lib/domain/shared/schemas";

/** Amounts and multiplier in 1/10,000: whole numbers that JSON holds exactly. */
export type StoredTier = { minAmount: number; maxAmount: number | null; multiplier: number; bonusTokens: number };

/** Rules that turn an action's amount into tokens. Rates are whole numbers of 1/10,000. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id")
      .notNull()
      .references(() => partners.id),
    environment: environmentColumn().notNull(),
    name: text("name").notNull(),
    description: text("description"),
    status: text("status", { enum: CAMPAIGN_STATUSES }).notNull().default("DRAFT"),
    pauseReason: text("pause_reason", { enum: PAUSE_REASONS }),
    isDefault: boolean("is_default").notNull().default(false),
    actionTypes: text("action_types").array().notNull(),
    tokenPoolId: text("token_pool_id").references(() => tokenPools.id),
    currency: text("currency"),
    tokensPerUnit: integer64("tokens_per_unit").notNull().default(10_000),
    multiplier: integer64("multiplier").notNull().default(10_000),
    rounding: text("rounding", { enum: ROUNDINGS }).notNull().default("HALF_UP"),
    splits: jsonb("splits").$type<SplitRule[]>().notNull().default([]),
    unmatchedSplit: text("unmatched_split", { enum: UNMATCHED_SPLITS }).notNull().default("RETURN_TO_POOL"),
    tiers: jsonb("tiers").$type<StoredTier[]>().notNull().default([]),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    timezone: text("timezone").notNull().default("UTC"),
    windows: jsonb("windows").$type<CampaignWindow[]>().notNull().default([]),
    totalTokens: integer64("total_tokens"),
    tokensPerDay: integer64("tokens_per_day"),
    tokensPerUser: integer64("tokens_per_user"),
    tokensPerAction: integer64("tokens_per_action"),
    metadata: jsonb("metadata").$type<Metadata>().notNull().default({}),
    tokensDistributed: integer64("tokens_distributed").notNull().default(0),
    /** Given on the UTC day beside it; on a later day it counts for nothing. */
    tokensToday: integer64("tokens_today").notNull().default(0),
    today: date("today").notNull().default("1970-01-01"),
    actionCount: integer64("action_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("campaigns_partner_id_idx").on(table.partnerId, table.environment, table.createdAt, table.id),
    uniqueIndex("campaigns_default_key").on(table.partnerId, table.environment).where(sql`is_default`),
    index("campaigns_starts_at_idx").on(table.startsAt).where(sql`status = 'SCHEDULED'`),
    index("campaigns_ends_at_idx").on(table.endsAt).where(sql`status = 'ACTIVE' and ends_at is not null`),
    check("campaigns_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("campaigns_status_check", oneOf("status", CAMPAIGN_STATUSES)),
    check(
      "campaigns_pause_reason_check",
      sql`(status = 'PAUSED') = (pause_reason is not null) and (pause_reason is null or ${oneOf("pause_reason", PAUSE_REASONS)})`,
    ),
    check("campaigns_rounding_check", oneOf("rounding", ROUNDINGS)),
    check("campaigns_unmatched_split_check", oneOf("unmatched_split", UNMATCHED_SPLITS)),
    check("campaigns_rates_check", sql`tokens_per_unit between 0 and 100000000 and multiplier between 1 and 10000000`),
    check(
      "campaigns_schedule_check",
      sql`(status <> 'SCHEDULED' or starts_at is not null) and (ends_at is null or ends_at > starts_at)`,
    ),
    check("campaigns_budget_check", sql`tokens_distributed <= total_tokens`),
    check("campaigns_limits_check", sql`least(total_tokens, tokens_per_day, tokens_per_user, tokens_per_action) > 0`),
    check("campaigns_figures_check", sql`tokens_distributed >= 0 and tokens_today >= 0 and action_count >= 0`),
  ],
);

/** What each recipient was given in a campaign, under the partner's own id: what the cap for one user counts. */
export const campaignRecipients = pgTable(
  "campaign_recipients",
  {
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    externalId: text("external_id").notNull(),
    tokens: integer64("tokens").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.externalId] }),
    check("campaign_recipients_tokens_check", sql`tokens >= 0`),
  ],
);
