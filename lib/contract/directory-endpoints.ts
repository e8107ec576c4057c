import * as ads from "@/lib/contract/directory/ads";
import * as aggregation from "@/lib/contract/directory/aggregation";
import * as campaigns from "@/lib/contract/directory/campaigns";
import * as claims from "@/lib/contract/directory/claims";
import * as community from "@/lib/contract/directory/community";
import * as documents from "@/lib/contract/directory/documents";
import * as events from "@/lib/contract/directory/events";
import * as newsroom from "@/lib/contract/directory/newsroom";
import * as providers from "@/lib/contract/directory/providers";
import * as reviews from "@/lib/contract/directory/reviews";
import * as usage from "@/lib/contract/directory/usage";
import * as webhooks from "@/lib/contract/directory/webhooks";
import type { Endpoint } from "@/lib/contract/endpoint";

/** The groups of the directory API, in the order of its contract. */
const GROUPS: readonly Record<string, Endpoint>[] = [
  providers,
  events,
  reviews,
  community,
  newsroom,
  ads,
  aggregation,
  campaigns,
  claims,
  usage,
  webhooks,
  documents,
];

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = GROUPS.flatMap((group) => Object.values(group));
