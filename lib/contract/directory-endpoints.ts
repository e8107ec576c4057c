import * as usage from "@/lib/contract/directory/usage";
import * as webhooks from "@/lib/contract/directory/webhooks";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = [usage, webhooks].flatMap((group) =>
  Object.values<Endpoint>(group),
);
