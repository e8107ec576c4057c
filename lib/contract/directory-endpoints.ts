import * as aggregation from "@/lib/contract/directory/aggregation";
import * as claims from "@/lib/contract/directory/claims";
import * as documents from "@/lib/contract/directory/documents";
import * as events from "@/lib/contract/directory/events";
import * as providers from "@/lib/contract/directory/providers";
import * as usage from "@/lib/contract/directory/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** The groups of the directory API, in the order of its contract. */
const GROUPS: readonly Record<string, Endpoint>[] = [providers, events, aggregation, claims, usage, documents];

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = GROUPS.flatMap((group) => Object.values(group));
