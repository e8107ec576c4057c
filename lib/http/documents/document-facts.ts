import type { DocumentFacts } from "@/lib/contract/directory/documents/facts";
import { SDK_GATES } from "@/lib/contract/directory/documents/sdk-readiness";
import { VOLUME_SETTINGS } from "@/lib/contract/directory/documents/volume-evidence";
import { directoryAdminEndpoints } from "@/lib/contract/directory-admin-endpoints";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { signPayload } from "@/lib/domain/webhooks/directory/sign-payload";
import { env, givenVariables } from "@/lib/platform/env";

/** What this installation's documents are made from at this moment. */
export function documentFacts(now: Date): DocumentFacts {
  return {
    now,
    baseUrl: env().publicBaseUrl,
    endpoints: [...directoryEndpoints, ...directoryAdminEndpoints],
    settings: givenVariables([...SDK_GATES, ...VOLUME_SETTINGS]),
    sign: ({ secret, timestamp, body }) => signPayload(secret, timestamp, body),
  };
}
