export const CONTENT_SOURCE_TYPES = ["rss", "manual_url", "interview", "regulatory", "platform_data"] as const;
export type ContentSourceType = (typeof CONTENT_SOURCE_TYPES)[number];

/** Where the review of a source stands; partners see `approved` alone. */
export const SOURCE_REVIEW_STATUSES = ["pending", "approved", "blocked", "needs_legal_review"] as const;
export type SourceReviewStatus = (typeof SOURCE_REVIEW_STATUSES)[number];

export const NEWS_ITEM_STATUSES = ["new", "triaged", "assigned", "drafted", "ignored", "blocked_by_policy"] as const;
export type NewsItemStatus = (typeof NEWS_ITEM_STATUSES)[number];

/** Where an article stands; partners see `published` alone. */
export const ARTICLE_STATUSES = ["draft", "pending_review", "approved", "published", "blocked_by_policy"] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export const DERIVATIVE_TYPES = ["social_post", "newsletter_blurb", "podcast_brief", "app_feed_post"] as const;
export type DerivativeType = (typeof DERIVATIVE_TYPES)[number];

export const NEWSLETTER_STATUSES = [
  "draft",
  "pending_approval",
  "approved",
  "scheduled",
  "sent",
  "blocked_by_policy",
] as const;
export type NewsletterStatus = (typeof NEWSLETTER_STATUSES)[number];

/** The ones that partners see. */
export const PUBLIC_NEWSLETTER_STATUSES = ["approved", "scheduled", "sent"] as const;
export type PublicNewsletterStatus = (typeof PUBLIC_NEWSLETTER_STATUSES)[number];

export const DELIVERY_ATTEMPT_STATUSES = ["ready", "sent", "blocked", "dry_run"] as const;
export type DeliveryAttemptStatus = (typeof DELIVERY_ATTEMPT_STATUSES)[number];

export const DELIVERY_PROVIDERS = ["mailjet", "manual_export"] as const;
export type DeliveryProvider = (typeof DELIVERY_PROVIDERS)[number];

export const DELIVERY_MODES = ["preview", "live"] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

export const METRIC_SUBJECT_TYPES = ["article", "newsletter", "derivative"] as const;
export type MetricSubjectType = (typeof METRIC_SUBJECT_TYPES)[number];

export const CONTENT_METRIC_KEYS = [
  "view",
  "click",
  "share",
  "save",
  "newsletter_open",
  "newsletter_click",
  "lead",
] as const;
export type ContentMetricKey = (typeof CONTENT_METRIC_KEYS)[number];
