/** Who carries a donation out. `sandbox` is the built-in test checkout. */
export const PROVIDER_IDS = ["every.org", "stripe", "sandbox"] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** `EXPIRED` is derived from the clock when a donation is read; a job writes it down and tells of it. */
export const DONATION_STATUSES = ["PENDING", "COMPLETED", "FAILED", "EXPIRED", "CANCELED", "REFUNDED"] as const;
export type DonationStatusName = (typeof DONATION_STATUSES)[number];

/** `NONE`: no reward is due, since rewards are off or no recipient is known, or nothing was paid. */
export const REWARD_STATUSES = ["NONE", "PENDING", "ISSUED", "FAILED", "REVERSED"] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

export const CHARGE_STATUSES = ["COMPLETED", "REFUNDED"] as const;

export const FREQUENCIES = ["once", "monthly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const PROVIDER_EVENT_KINDS = ["COMPLETED", "FAILED", "EXPIRED", "REFUNDED"] as const;
export type ProviderEventKind = (typeof PROVIDER_EVENT_KINDS)[number];

export const DONATION_MINOR_MIN = 100;
export const DONATION_MINOR_MAX = 99_999_999;
