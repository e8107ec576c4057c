import { z } from "zod";
import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  ClaimParams,
  ClaimQuery,
  ClaimStatusSummary,
  SubmitClaim,
  SubmitEvidence,
  SubmittedClaim,
  SubmittedEvidence,
} from "@/lib/domain/directory/claims/schemas";

/** Directory API: claims of ownership and corrections (contract 5.23 to 5.25). */

const CLAIMS = "/api/v1/partner/claims";

export const submitClaim = scopedEndpoint({
  method: "POST",
  path: CLAIMS,
  id: "submitProviderClaim",
  tag: "Claims",
  summary: "Submit a claim of ownership or a correction (claims:write)",
  description:
    "With businessDomain the claim is proved by mail to that domain, otherwise by an administrator; one attempt is opened for seven days. A claim of a sandbox client is never approved.",
  apiScope: "claims:write",
  audit: { eventType: "partner.claims.submit", subjectType: "provider_claim" },
  body: SubmitClaim,
  response: SubmittedClaim,
  status: 201,
  errors: ["provider_not_found", "policy_blocked"],
});

export const getClaim = scopedEndpoint({
  method: "GET",
  path: `${CLAIMS}/:id`,
  id: "getProviderClaim",
  tag: "Claims",
  summary: "Read where a claim stands, by its claimant's address (claims:write)",
  apiScope: "claims:write",
  audit: { eventType: "partner.claims.status", subjectType: "provider_claim" },
  params: ClaimParams,
  query: ClaimQuery,
  response: z.object({ data: ClaimStatusSummary }),
  errors: ["claim_not_found", "claimant_mismatch"],
});

export const submitEvidence = scopedEndpoint({
  method: "POST",
  path: `${CLAIMS}/:id/verification-evidence`,
  id: "submitClaimEvidence",
  tag: "Claims",
  summary: "Submit evidence for a claim (claims:write)",
  description: "Marks an open attempt as passed, which says that evidence was received; an administrator decides.",
  apiScope: "claims:write",
  audit: { eventType: "partner.claims.verification_evidence", subjectType: "provider_claim" },
  params: ClaimParams,
  body: SubmitEvidence,
  response: SubmittedEvidence,
  status: 201,
  contentRules: {
    claimantEmailMatchRequired: true,
    attestationRequired: true,
    verificationAttemptIdExcluded: true,
    verificationTargetExcluded: true,
    rawAttemptPayloadExcluded: true,
    rawEvidencePayloadExcluded: true,
    policyDecisionExcluded: true,
  },
  errors: [
    "claim_not_found",
    "claimant_mismatch",
    "claim_already_decided",
    "attempt_already_completed",
    "attempt_expired",
    "attestation_required",
    "policy_blocked",
  ],
});
