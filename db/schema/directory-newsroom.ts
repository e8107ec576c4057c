import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, integer64, oneOf } from "@/db/schema/columns";
import { providers } from "@/db/schema/directory-providers";
import {
  ARTICLE_STATUSES,
  CONTENT_METRIC_KEYS,
  CONTENT_SOURCE_TYPES,
  DELIVERY_ATTEMPT_STATUSES,
  DELIVERY_MODES,
  DELIVERY_PROVIDERS,
  DERIVATIVE_TYPES,
  METRIC_SUBJECT_TYPES,
  NEWS_ITEM_STATUSES,
  NEWSLETTER_STATUSES,
  PUBLIC_NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";

export type SourceLink = { title?: string; url: string };

export const contentSources = pgTable(
  "content_sources",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    sourceType: text("source_type", { enum: CONTENT_SOURCE_TYPES }).notNull(),
    url: text("url"),
    copyrightNotes: text("copyright_notes"),
    reviewStatus: text("review_status", { enum: SOURCE_REVIEW_STATUSES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("content_sources_visible_idx").on(table.name, table.id).where(sql`review_status = 'approved'`),
    check("content_sources_source_type_check", oneOf("source_type", CONTENT_SOURCE_TYPES)),
    check("content_sources_review_status_check", oneOf("review_status", SOURCE_REVIEW_STATUSES)),
  ],
);

/** What a source reported; partners see counts. */
export const newsItems = pgTable(
  "news_items",
  {
    id: text("id").primaryKey(),
    contentSourceId: text("content_source_id")
      .notNull()
      .references(() => contentSources.id),
    title: text("title").notNull(),
    sourceUrl: text("source_url"),
    summary: text("summary"),
    rawPayload: jsonb("raw_payload").$type<Record<string, unknown>>().notNull().default({}),
    audience: text("audience").array().notNull().default([]),
    topicTags: text("topic_tags").array().notNull().default([]),
    status: text("status", { enum: NEWS_ITEM_STATUSES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("news_items_content_source_id_idx").on(table.contentSourceId),
    index("news_items_status_idx").on(table.status),
    check("news_items_status_check", oneOf("status", NEWS_ITEM_STATUSES)),
  ],
);

// What an article without tags or audience of its own is about, by the words in it (contract 5.15).
const TOLD = "(title || ' ' || coalesce(dek, '') || ' ' || body)";
const inferred = (column: string, words: Record<string, string>) =>
  `case when cardinality(${column}) > 0 then ${column} else array_remove(array[
    ${Object.entries(words)
      .map(([value, pattern]) => `case when ${TOLD} ~* '\\m(${pattern})' then '${value}' end`)
      .join(", ")}
  ], null) end`;
const TOPIC_WORDS = {
  "memory-care": "memory care",
  "assisted-living": "assisted living",
  "tour-planning": "tour(s|ing)?\\M",
  policy: "staffing|policy|policies|regulatory",
};
const AUDIENCE_WORDS = { families: "families|caregivers?", providers: "operators?|community|communities" };

const PREVIEW_LENGTH = 420;

const PREVIEW = `left(btrim(regexp_replace(body, '\\s+', ' ', 'g')), ${PREVIEW_LENGTH})`;
const SHOWN_TOPIC_TAGS = inferred("topic_tags", TOPIC_WORDS);
const SHOWN_AUDIENCE = inferred("audience", AUDIENCE_WORDS);

// All that the search looks in, in lower case and on lines of its own. To put it together for each row that is looked at
// costs ten times as much as to look; the function joins a list with line breaks, which no built-in may do in a column.
const SEARCHED = [
  "title",
  "coalesce(dek, '')",
  PREVIEW,
  `lines_of(${SHOWN_TOPIC_TAGS})`,
  `lines_of(${SHOWN_AUDIENCE})`,
].join(" || E'\\n' || ");

/** The whole `body` and `approval_payload` are never shown. */
export const articles = pgTable(
  "articles",
  {
    id: text("id").primaryKey(),
    newsItemId: text("news_item_id").references(() => newsItems.id),
    byline: text("byline").notNull(),
    title: text("title").notNull(),
    slug: text("slug").notNull(),
    dek: text("dek"),
    body: text("body").notNull(),
    sourceLinks: jsonb("source_links").$type<SourceLink[]>().notNull().default([]),
    topicTags: text("topic_tags").array().notNull().default([]),
    audience: text("audience").array().notNull().default([]),
    bodyPreview: text("body_preview").notNull().generatedAlwaysAs(sql.raw(PREVIEW)),
    shownTopicTags: text("shown_topic_tags").array().notNull().generatedAlwaysAs(sql.raw(SHOWN_TOPIC_TAGS)),
    shownAudience: text("shown_audience").array().notNull().generatedAlwaysAs(sql.raw(SHOWN_AUDIENCE)),
    searchText: text("search_text")
      .notNull()
      .generatedAlwaysAs(sql.raw(`lower(${SEARCHED})`)),
    aiAssisted: boolean("ai_assisted").notNull().default(false),
    status: text("status", { enum: ARTICLE_STATUSES }).notNull(),
    approvalPayload: jsonb("approval_payload").$type<Record<string, unknown>>().notNull().default({}),
    publishedAt: instant("published_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("articles_slug_key").on(table.slug),
    index("articles_visible_idx").on(table.publishedAt.desc(), table.id).where(sql`status = 'published'`),
    index("articles_status_idx").on(table.status),
    check("articles_status_check", oneOf("status", ARTICLE_STATUSES)),
    check("articles_published_check", sql`status <> 'published' or published_at is not null`),
  ],
);

export const articleDerivatives = pgTable(
  "article_derivatives",
  {
    id: text("id").primaryKey(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id),
    derivativeType: text("derivative_type", { enum: DERIVATIVE_TYPES }).notNull(),
    channel: text("channel"),
    body: text("body").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("article_derivatives_article_id_idx").on(table.articleId),
    index("article_derivatives_type_idx").on(table.derivativeType),
    check("article_derivatives_derivative_type_check", oneOf("derivative_type", DERIVATIVE_TYPES)),
  ],
);

export const newsletterEditions = pgTable(
  "newsletter_editions",
  {
    id: text("id").primaryKey(),
    subject: text("subject").notNull(),
    audience: text("audience").array().notNull().default([]),
    articleIds: text("article_ids").array().notNull().default([]),
    intro: text("intro"),
    status: text("status", { enum: NEWSLETTER_STATUSES }).notNull(),
    scheduledFor: instant("scheduled_for"),
    sentAt: instant("sent_at"),
    metadata: jsonb("metadata").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("newsletter_editions_visible_idx")
      .on(sql`coalesce(${table.scheduledFor}, ${table.sentAt}, ${table.createdAt}) desc`, table.id)
      .where(oneOf("status", PUBLIC_NEWSLETTER_STATUSES)),
    check("newsletter_editions_status_check", oneOf("status", NEWSLETTER_STATUSES)),
  ],
);

/** How an edition went out. Recipients, previews and the sender's own ids and errors are never shown. */
export const newsletterDeliveryAttempts = pgTable(
  "newsletter_delivery_attempts",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => newsletterEditions.id),
    status: text("status", { enum: DELIVERY_ATTEMPT_STATUSES }).notNull(),
    deliveryProvider: text("delivery_provider", { enum: DELIVERY_PROVIDERS }).notNull(),
    deliveryMode: text("delivery_mode", { enum: DELIVERY_MODES }).notNull(),
    recipientSegments: jsonb("recipient_segments").$type<unknown[]>().notNull().default([]),
    payloadPreview: jsonb("payload_preview").$type<Record<string, unknown>>().notNull().default({}),
    providerMessageId: text("provider_message_id"),
    error: text("error"),
    sentAt: instant("sent_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("newsletter_delivery_attempts_edition_id_idx").on(table.editionId, table.createdAt.desc(), table.id),
    check("newsletter_delivery_attempts_status_check", oneOf("status", DELIVERY_ATTEMPT_STATUSES)),
    check("newsletter_delivery_attempts_provider_check", oneOf("delivery_provider", DELIVERY_PROVIDERS)),
    check("newsletter_delivery_attempts_mode_check", oneOf("delivery_mode", DELIVERY_MODES)),
  ],
);

/**
 * What content achieved; partners see sums, which `content_metric_sums` keeps. `provider_id` is the provider the reader
 * came to see.
 */
export const contentMetrics = pgTable(
  "content_metrics",
  {
    id: text("id").primaryKey(),
    subjectType: text("subject_type", { enum: METRIC_SUBJECT_TYPES }).notNull(),
    subjectId: text("subject_id").notNull(),
    providerId: text("provider_id").references(() => providers.id),
    channel: text("channel").notNull().default("owned_site"),
    metricKey: text("metric_key", { enum: CONTENT_METRIC_KEYS }).notNull(),
    metricValue: integer64("metric_value").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("content_metrics_subject_idx").on(table.subjectType, table.subjectId, table.createdAt),
    check("content_metrics_subject_type_check", oneOf("subject_type", METRIC_SUBJECT_TYPES)),
    check("content_metrics_metric_key_check", oneOf("metric_key", CONTENT_METRIC_KEYS)),
    check("content_metrics_metric_value_check", sql`metric_value > 0`),
  ],
);
