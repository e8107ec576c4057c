/** Every scope of the directory API (contract 1.3), in its order. */
export const API_SCOPES = [
  "providers:read",
  "events:read",
  "reviews:read",
  "community:read",
  "newsroom:read",
  "ads:read",
  "campaigns:read",
  "usage:read",
  "claims:write",
  "webhooks:write",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What a client may do unless its creation says otherwise, and the least that onboarding needs. */
export const MINIMUM_SCOPES = ["providers:read", "events:read", "usage:read"] as const satisfies readonly ApiScope[];

/** The scopes that onboarding adds where a partner needs them, in the order of the checklist (contract 6.1). */
export const OPTIONAL_SCOPES = [
  "webhooks:write",
  "reviews:read",
  "community:read",
  "newsroom:read",
  "campaigns:read",
  "ads:read",
  "claims:write",
] as const satisfies readonly ApiScope[];

/** The eight scopes that the published authentication summary lists (contract 1.3). */
export const LISTED_SCOPES = [
  "providers:read",
  "events:read",
  "reviews:read",
  "community:read",
  "ads:read",
  "campaigns:read",
  "usage:read",
  "webhooks:write",
] as const satisfies readonly ApiScope[];
