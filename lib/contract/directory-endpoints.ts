import * as aggregation from "@/lib/contract/directory/aggregation";
import * as events from "@/lib/contract/directory/events";
import * as providers from "@/lib/contract/directory/providers";
import * as usage from "@/lib/contract/directory/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = [providers, events, aggregation, usage].flatMap((group) =>
  Object.values<Endpoint>(group),
);
