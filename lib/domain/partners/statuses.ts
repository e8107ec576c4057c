/** What a person decided about a partner; only `ACTIVE` partners are served. */
export const PARTNER_STATUSES = ["PENDING_APPROVAL", "ACTIVE", "SUSPENDED", "INACTIVE", "TERMINATED"] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** The only moves there are; `TERMINATED` is final. */
export const PARTNER_TRANSITIONS: Record<PartnerStatus, readonly PartnerStatus[]> = {
  PENDING_APPROVAL: ["ACTIVE", "INACTIVE"],
  ACTIVE: ["SUSPENDED", "INACTIVE", "TERMINATED"],
  SUSPENDED: ["ACTIVE", "TERMINATED"],
  INACTIVE: ["ACTIVE", "TERMINATED"],
  TERMINATED: [],
};

export const PRODUCTION_ACCESS = ["NONE", "REQUESTED", "APPROVED", "LIVE", "REJECTED", "REVOKED"] as const;
export type ProductionAccess = (typeof PRODUCTION_ACCESS)[number];

/** The only moves there are (contract 1.6). */
export const PRODUCTION_TRANSITIONS: Record<ProductionAccess, readonly ProductionAccess[]> = {
  NONE: ["REQUESTED"],
  REQUESTED: ["APPROVED", "REJECTED"],
  APPROVED: ["LIVE", "REVOKED"],
  LIVE: ["REVOKED"],
  REJECTED: ["REQUESTED"],
  REVOKED: ["REQUESTED"],
};

export const TIERS = ["STANDARD", "PROFESSIONAL", "ENTERPRISE"] as const;
export type Tier = (typeof TIERS)[number];

/** Requests per hour and, as the burst, per minute. */
export const TIER_CAPS: Record<Tier, { hour: number; minute: number }> = {
  STANDARD: { hour: 1_000, minute: 100 },
  PROFESSIONAL: { hour: 5_000, minute: 500 },
  ENTERPRISE: { hour: 20_000, minute: 2_000 },
};

/** How a partner's systems are to call: with secret keys, with the widget, or both. */
export const INTEGRATION_MODELS = ["SERVER_TO_SERVER", "WIDGET_ONLY", "BOTH"] as const;
export type IntegrationModel = (typeof INTEGRATION_MODELS)[number];

/** Where the check of the organisation behind a partner stands ("know your business"). */
export const KYB_STATUSES = ["NOT_STARTED", "PENDING", "VERIFIED", "FAILED"] as const;
export type KybStatus = (typeof KYB_STATUSES)[number];

export const FEATURES = ["DONATIONS", "ACTIONS", "USERS", "CAMPAIGNS", "TOKEN_POOLS", "WEBHOOKS", "DASHBOARD"] as const;
export type Feature = (typeof FEATURES)[number];

/** Registered for every new partner. */
export const DEFAULT_ACTION_TYPES = ["DONATION", "VOLUNTEER", "PURCHASE", "REFERRAL", "ADVOCACY"] as const;
export const DEFAULT_STAKEHOLDER_TYPES = [
  "CUSTOMER",
  "DONOR",
  "VOLUNTEER",
  "ADVOCATE",
  "REFERRER",
  "EMPLOYEE",
  "MERCHANT",
  "NONPROFIT",
] as const;
