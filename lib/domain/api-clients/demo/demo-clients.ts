import type { ApiScope } from "@/lib/domain/api-clients/scopes";

/** An operation that a demo client calls: as the usage log labels it, and the scope it needs. */
export type DemoCall = { route: string; eventType: string; subjectType: string; scope: ApiScope };

const providers: DemoCall = {
  route: "/api/v1/partner/providers",
  eventType: "partner.providers.list",
  subjectType: "providers",
  scope: "providers:read",
};
const provider: DemoCall = {
  route: "/api/v1/partner/providers/:id",
  eventType: "partner.providers.detail",
  subjectType: "providers",
  scope: "providers:read",
};
const events: DemoCall = {
  route: "/api/v1/partner/events",
  eventType: "partner.events.list",
  subjectType: "events",
  scope: "events:read",
};
const reviews: DemoCall = {
  route: "/api/v1/partner/reviews",
  eventType: "partner.reviews.list",
  subjectType: "reviews",
  scope: "reviews:read",
};

export type DemoClient = {
  name: string;
  scopes: readonly ApiScope[];
  rateLimitPerMinute: number;
  createdDaysAgo: number;
  keys: readonly string[];
  /** What it calls in turn, so often a day. */
  calls: readonly DemoCall[];
  callsPerDay: number;
  promotedDaysAgo?: number;
  pausedDaysAgo?: number;
  /** Calls that were refused, and how many days ago each. */
  refusedDaysAgo?: readonly { days: number; call: DemoCall; code: "missing_scope" | "rate_limit_exceeded" }[];
};

/** A client that is live, one that was paused, and one on its way to production, the latest last. */
export const DEMO_CLIENTS: readonly DemoClient[] = [
  {
    name: "Acme senior finder",
    scopes: ["providers:read", "events:read", "usage:read", "claims:write"],
    rateLimitPerMinute: 300,
    createdDaysAgo: 27,
    keys: ["Finder server", "Finder server, before the move"],
    calls: [providers, provider, provider, events],
    callsPerDay: 14,
    promotedDaysAgo: 12,
    refusedDaysAgo: [
      { days: 8, call: reviews, code: "missing_scope" },
      { days: 7.9, call: reviews, code: "missing_scope" },
      { days: 4, call: providers, code: "rate_limit_exceeded" },
    ],
  },
  {
    name: "Acme newsletter import",
    scopes: ["events:read", "newsroom:read", "usage:read"],
    rateLimitPerMinute: 60,
    createdDaysAgo: 20,
    keys: ["Import job"],
    calls: [events],
    callsPerDay: 4,
    pausedDaysAgo: 3,
  },
  {
    name: "Acme event calendar",
    scopes: ["providers:read", "events:read", "usage:read", "webhooks:write"],
    rateLimitPerMinute: 120,
    createdDaysAgo: 9,
    keys: ["Calendar staging"],
    calls: [events, provider],
    callsPerDay: 6,
  },
];
