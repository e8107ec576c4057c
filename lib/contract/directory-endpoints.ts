import * as ads from "@/lib/contract/directory/ads";
import * as campaigns from "@/lib/contract/directory/campaigns";
import * as claims from "@/lib/contract/directory/claims";
import * as community from "@/lib/contract/directory/community";
import * as documents from "@/lib/contract/directory/documents";
import * as newsroom from "@/lib/contract/directory/newsroom";
import * as reviews from "@/lib/contract/directory/reviews";
import * as usage from "@/lib/contract/directory/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = [
  ...[reviews, community, newsroom, ads, campaigns],
  ...[claims, usage, documents],
].flatMap((group) => Object.values<Endpoint>(group));
