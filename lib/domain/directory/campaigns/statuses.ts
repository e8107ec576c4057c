export const MARKETING_CAMPAIGN_STATUSES = [
  "draft",
  "generated",
  "pending_approval",
  "approved",
  "published",
  "paused",
  "completed",
  "blocked_by_policy",
] as const;
export type MarketingCampaignStatus = (typeof MARKETING_CAMPAIGN_STATUSES)[number];

/** The ones that partners see. */
export const PUBLIC_CAMPAIGN_STATUSES = ["published", "paused", "completed"] as const;
export type PublicCampaignStatus = (typeof PUBLIC_CAMPAIGN_STATUSES)[number];

export const CAMPAIGN_TYPES = [
  "profile_growth",
  "event_promotion",
  "review_request",
  "local_seo",
  "social_media",
  "ai_chat",
  "ai_voice",
  "newsletter",
  "sponsored_content",
] as const;
export type CampaignType = (typeof CAMPAIGN_TYPES)[number];

export const ASSET_STATUSES = ["draft", "approved", "rejected", "blocked"] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

export const CAMPAIGN_METRIC_KEYS = ["impressions", "clicks", "leads", "conversions"] as const;
export type CampaignMetricKey = (typeof CAMPAIGN_METRIC_KEYS)[number];

/** The names of targeting rules, by what they hold: one word or more, a number, or a list. */
export const TEXT_RULES = [
  ...["region", "city", "state", "county", "country", "zip", "postalCode", "market", "metro", "careType", "careLevel"],
  ...["category", "serviceType", "ageRange", "relationship", "householdIncome", "interest", "language", "lifeStage"],
  ...["payingWith", "budgetRange", "audienceType", "persona", "device", "daypart"],
] as const;
export const NUMBER_RULES = ["radiusMiles", "ageMin", "ageMax", "minAge", "maxAge"] as const;
export const LIST_RULES = [
  ...["regions", "cities", "states", "counties", "zips", "postalCodes", "markets", "metros", "careTypes", "careLevels"],
  ...["categories", "serviceTypes", "relationships", "interests", "languages", "lifeStages", "audienceTypes"],
  ...["personas", "devices", "dayparts"],
] as const;
