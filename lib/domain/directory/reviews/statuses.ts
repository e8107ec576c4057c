/** Where a review stands; partners see `published` alone. */
export const REVIEW_STATUSES = ["pending_moderation", "published", "hidden", "removed", "blocked_by_policy"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const SENTIMENTS = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const RESPONSE_STATUSES = ["draft", "approved", "published", "blocked"] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

export const REQUEST_CAMPAIGN_STATUSES = [
  "draft",
  "queued",
  "sent",
  "blocked_by_policy",
  "completed_with_errors",
] as const;
export type RequestCampaignStatus = (typeof REQUEST_CAMPAIGN_STATUSES)[number];

export const REQUEST_STATUSES = ["queued", "sent", "blocked_by_policy", "failed"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const MODERATION_CASE_STATUSES = ["open", "resolved", "dismissed"] as const;
export type ModerationCaseStatus = (typeof MODERATION_CASE_STATUSES)[number];
