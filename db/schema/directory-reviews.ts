import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { providers } from "@/db/schema/directory-providers";
import {
  MODERATION_CASE_STATUSES,
  REQUEST_CAMPAIGN_STATUSES,
  REQUEST_STATUSES,
  RESPONSE_STATUSES,
  REVIEW_STATUSES,
  SENTIMENTS,
} from "@/lib/domain/directory/reviews/statuses";

/** What people say of a provider. `reviewer_name` is the name they chose to show; their address is never shown. */
export const reviews = pgTable(
  "reviews",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    reviewerName: text("reviewer_name").notNull(),
    reviewerEmail: text("reviewer_email"),
    rating: integer("rating").notNull(),
    title: text("title"),
    body: text("body"),
    source: text("source").notNull().default("first_party"),
    status: text("status", { enum: REVIEW_STATUSES }).notNull(),
    verificationPayload: jsonb("verification_payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("reviews_visible_idx").on(table.createdAt.desc(), table.id).where(sql`status = 'published'`),
    index("reviews_provider_visible_idx")
      .on(table.providerId, table.createdAt.desc(), table.id)
      .where(sql`status = 'published'`),
    index("reviews_created_at_idx").on(table.createdAt.desc(), table.id),
    index("reviews_status_idx").on(table.status, table.createdAt.desc(), table.id),
    index("reviews_provider_id_idx").on(table.providerId, table.status, table.rating, table.source),
    check("reviews_status_check", oneOf("status", REVIEW_STATUSES)),
    check("reviews_rating_check", sql`rating between 1 and 5`),
  ],
);

/** How a review sounds, one row for each review that was scored. */
export const reviewSentiments = pgTable(
  "review_sentiments",
  {
    id: text("id").primaryKey(),
    reviewId: text("review_id")
      .notNull()
      .references(() => reviews.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    sentiment: text("sentiment", { enum: SENTIMENTS }).notNull(),
    score: doublePrecision("score").notNull(),
    themes: text("themes").array().notNull().default([]),
    summary: text("summary"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("review_sentiments_review_id_key").on(table.reviewId),
    index("review_sentiments_provider_id_idx").on(table.providerId),
    check("review_sentiments_sentiment_check", oneOf("sentiment", SENTIMENTS)),
    check("review_sentiments_score_check", sql`score between 0 and 1`),
  ],
);

export const reviewResponses = pgTable(
  "review_responses",
  {
    id: text("id").primaryKey(),
    reviewId: text("review_id")
      .notNull()
      .references(() => reviews.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    body: text("body").notNull(),
    status: text("status", { enum: RESPONSE_STATUSES }).notNull(),
    generatedByAi: boolean("generated_by_ai").notNull().default(false),
    publishedAt: instant("published_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("review_responses_review_id_idx").on(table.reviewId),
    check("review_responses_status_check", oneOf("status", RESPONSE_STATUSES)),
  ],
);

/** Rounds of asking for reviews; partners see counts. */
export const reviewRequestCampaigns = pgTable(
  "review_request_campaigns",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    status: text("status", { enum: REQUEST_CAMPAIGN_STATUSES }).notNull(),
    requiresConsent: boolean("requires_consent").notNull().default(true),
    recipients: jsonb("recipients").$type<unknown[]>().notNull().default([]),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("review_request_campaigns_provider_id_idx").on(table.providerId),
    check("review_request_campaigns_status_check", oneOf("status", REQUEST_CAMPAIGN_STATUSES)),
  ],
);

export const reviewRequests = pgTable(
  "review_requests",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => reviewRequestCampaigns.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    status: text("status", { enum: REQUEST_STATUSES }).notNull(),
    recipient: text("recipient").notNull(),
    consent: jsonb("consent").$type<Record<string, unknown>>().notNull().default({}),
    deliveryPayload: jsonb("delivery_payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("review_requests_campaign_id_idx").on(table.campaignId),
    index("review_requests_provider_id_idx").on(table.providerId, table.status),
    check("review_requests_status_check", oneOf("status", REQUEST_STATUSES)),
  ],
);

export const moderationCases = pgTable(
  "moderation_cases",
  {
    id: text("id").primaryKey(),
    reviewId: text("review_id")
      .notNull()
      .references(() => reviews.id),
    status: text("status", { enum: MODERATION_CASE_STATUSES }).notNull(),
    reason: text("reason").notNull(),
    notes: text("notes"),
    actor: text("actor"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("moderation_cases_review_id_idx").on(table.reviewId),
    check("moderation_cases_status_check", oneOf("status", MODERATION_CASE_STATUSES)),
  ],
);
