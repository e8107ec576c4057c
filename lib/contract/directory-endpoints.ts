import * as usage from "@/lib/contract/directory/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the directory API, `/api/v1/partner/*`. `lib/http/routes/directory.ts` says which verb keeps what. */
export const directoryEndpoints: readonly Endpoint[] = [usage].flatMap((group) => Object.values<Endpoint>(group));
