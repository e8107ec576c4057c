/** Where a claim stands. `approved` and `rejected` are decided and final. */
export const CLAIM_STATUSES = [
  "submitted",
  "email_pending",
  "phone_pending",
  "document_pending",
  "admin_review",
  "approved",
  "rejected",
  "conflict",
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const VERIFICATION_METHODS = [
  "business_email",
  "business_phone",
  "license_document",
  "domain_dns",
  "admin_manual",
] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

/** `passed` means that evidence was received, not that the claim is approved. */
export const ATTEMPT_STATUSES = ["pending", "passed", "failed", "expired"] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];
