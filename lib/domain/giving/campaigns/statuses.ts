/** Where a campaign stands. The clock moves `SCHEDULED` on to `ACTIVE` and `ACTIVE` to `COMPLETED`; the rest is decided. */
export const CAMPAIGN_STATUSES = ["DRAFT", "SCHEDULED", "ACTIVE", "PAUSED", "COMPLETED"] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** The only moves there are; `COMPLETED` is final. */
export const CAMPAIGN_TRANSITIONS: Record<CampaignStatus, readonly CampaignStatus[]> = {
  DRAFT: ["SCHEDULED", "ACTIVE", "COMPLETED"],
  SCHEDULED: ["ACTIVE", "PAUSED", "COMPLETED"],
  ACTIVE: ["PAUSED", "COMPLETED"],
  PAUSED: ["SCHEDULED", "ACTIVE", "COMPLETED"],
  COMPLETED: [],
};

export const PAUSE_REASONS = ["MANUAL", "BUDGET_EXHAUSTED", "POOL_CLOSED"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why a status changed: somebody asked for it, its time had come, or what a pause tells. */
export const CHANGE_REASONS = ["MANUAL", "SCHEDULE", "BUDGET_EXHAUSTED", "POOL_CLOSED"] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export const ROUNDINGS = ["HALF_UP", "DOWN"] as const;
export const UNMATCHED_SPLITS = ["RETURN_TO_POOL", "REDISTRIBUTE", "REJECT"] as const;
