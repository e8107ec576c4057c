export const AD_SURFACES = ["web", "mobile", "web_mobile", "unknown"] as const;
export type AdSurface = (typeof AD_SURFACES)[number];

export const AD_CAMPAIGN_STATUSES = ["draft", "pending_policy", "active", "paused", "completed", "blocked"] as const;
export type AdCampaignStatus = (typeof AD_CAMPAIGN_STATUSES)[number];

/** Partners list those that are active, and all of them where they ask for that. */
export const PLACEMENT_STATUSES = ["active", "inactive"] as const;
