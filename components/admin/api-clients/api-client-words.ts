import type { StatusTone } from "@/components/ui/status";
import type { ApiClient, AuditOutcome, ClientStatus } from "@/lib/domain/api-clients/schemas";
import type { ApiScope } from "@/lib/domain/api-clients/scopes";

export const CLIENT_WORDS: Record<ClientStatus, { tone: StatusTone; word: string; meaning: string }> = {
  active: { tone: "success", word: "Active", meaning: "Its calls are served." },
  paused: {
    tone: "warning",
    word: "Paused",
    meaning: "Every call is refused with client_inactive until it is resumed.",
  },
  revoked: { tone: "danger", word: "Revoked", meaning: "Every call is refused with client_inactive, for good." },
};

export const OUTCOME_WORDS: Record<AuditOutcome, { tone: StatusTone; word: string }> = {
  allowed: { tone: "success", word: "Allowed" },
  blocked: { tone: "danger", word: "Blocked" },
  rate_limited: { tone: "warning", word: "Rate limited" },
};

export const OWNER_WORDS: Record<ApiClient["ownerType"], string> = {
  partner: "Partner",
  provider: "Provider",
  admin: "Platform",
};

/** What a scope opens, in one line. */
export const SCOPE_MEANINGS: Record<ApiScope, string> = {
  "providers:read": "Providers, where they are and what they offer.",
  "events:read": "Events of providers, and who promotes them.",
  "reviews:read": "Published reviews and the reputation they add up to.",
  "community:read": "Communities and what is said in them.",
  "newsroom:read": "Articles, newsletters and their sources.",
  "ads:read": "Placements, running creatives and their figures.",
  "campaigns:read": "Marketing campaigns and their figures.",
  "usage:read": "The client's own usage.",
  "claims:write": "Submit claims of providers, and evidence for them.",
  "webhooks:write": "Subscribe to webhooks of the directory.",
};

export const modeWord = (sandboxMode: boolean) => (sandboxMode ? "Sandbox" : "Live");

/** "60 calls a minute" */
export const limitText = (perMinute: number) =>
  `${perMinute.toLocaleString("en")} ${perMinute === 1 ? "call" : "calls"} a minute`;
