import { database } from "@/db/client";
import { makeClaim, makeProvider } from "@/db/testing/directory-factories";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { REASON } from "@/lib/testing/admin-calls/words";
import { jsonCall } from "@/lib/testing/sign";

const CLAIMS = "/api/v1/admin/provider-claims";

async function decide(verb: "approve" | "reject") {
  const { db } = database();
  const { claim } = await makeClaim(db, { providerId: (await makeProvider(db)).id, attempt: "passed" });
  return jsonCall("POST", `${CLAIMS}/${claim.id}/${verb}`, { reason: REASON });
}

export const claimCalls: AdminCalls = {
  listProviderClaims: () => ({ target: CLAIMS }),
  approveProviderClaim: () => decide("approve"),
  rejectProviderClaim: () => decide("reject"),
};
