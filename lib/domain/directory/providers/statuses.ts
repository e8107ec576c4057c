/** Where a provider stands. `imported` was found and not yet checked; `suspended` and `closed` are out of sight. */
export const PROVIDER_STATUSES = [
  "imported",
  "verified_by_source",
  "claimed",
  "verified",
  "growth_partner",
  "suspended",
  "closed",
] as const;
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number];

/** The ones that partners see. */
export const PUBLIC_PROVIDER_STATUSES = ["verified_by_source", "claimed", "verified", "growth_partner"] as const;
export type PublicProviderStatus = (typeof PUBLIC_PROVIDER_STATUSES)[number];

export const ENTITLEMENT_STATUSES = ["active", "expired", "canceled"] as const;
export type EntitlementStatus = (typeof ENTITLEMENT_STATUSES)[number];

export const CONTACT_STATUSES = ["submitted", "needs_contact_info", "blocked_by_policy"] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];
