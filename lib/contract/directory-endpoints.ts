import * as claims from "@/lib/contract/directory/claims";
import * as documents from "@/lib/contract/directory/documents";
import * as usage from "@/lib/contract/directory/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = [claims, usage, documents].flatMap((group) =>
  Object.values<Endpoint>(group),
);
