import { z } from "zod";
import { REVIEWERS } from "@/lib/contract/admin/roles";
import { directoryAdminEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  Claim,
  ClaimParams,
  DecideClaim,
  ListClaimsQuery,
  ReviewedClaimList,
} from "@/lib/domain/directory/claims/schemas";

/** Admin API: claims of providers (directory contract 8.2). */

const CLAIMS = "/api/v1/admin/provider-claims";

export const listProviderClaims = directoryAdminEndpoint({
  method: "GET",
  path: CLAIMS,
  id: "listProviderClaims",
  tag: "Claims",
  summary: "List claims with their evidence, latest first",
  description: "By status or text, in pages. Evidence, targets and notes are for administrators alone.",
  roles: [...REVIEWERS, "COMPLIANCE", "AUDITOR", "OPERATOR"],
  query: ListClaimsQuery,
  response: ReviewedClaimList,
});

export const approveProviderClaim = directoryAdminEndpoint({
  method: "POST",
  path: `${CLAIMS}/:id/approve`,
  id: "approveProviderClaim",
  tag: "Claims",
  summary: "Approve a claim for which evidence was received",
  description:
    "Makes the provider `claimed`, unless it stands higher, and sends `provider.claimed`. Its texts go public by that, and the content policy is asked about them.",
  roles: REVIEWERS,
  params: ClaimParams,
  body: DecideClaim,
  response: z.object({ data: Claim }),
  errors: [
    "claim_not_found",
    "claim_already_decided",
    "claim_not_verified",
    "sandbox_claim",
    "invalid_state_transition",
    "policy_blocked",
  ],
});

export const rejectProviderClaim = directoryAdminEndpoint({
  method: "POST",
  path: `${CLAIMS}/:id/reject`,
  id: "rejectProviderClaim",
  tag: "Claims",
  summary: "Reject a claim for good",
  roles: REVIEWERS,
  params: ClaimParams,
  body: DecideClaim,
  response: z.object({ data: Claim }),
  errors: ["claim_not_found", "claim_already_decided"],
});
