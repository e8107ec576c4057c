import type { StatusTone } from "@/components/ui/status";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";
import type { AttemptStatus, ClaimStatus, VerificationMethod } from "@/lib/domain/directory/claims/statuses";

export const CLAIM_WORDS: Record<ClaimStatus, { tone: StatusTone; word: string }> = {
  submitted: { tone: "progress", word: "Submitted" },
  email_pending: { tone: "progress", word: "E-mail pending" },
  phone_pending: { tone: "progress", word: "Phone pending" },
  document_pending: { tone: "progress", word: "Document pending" },
  admin_review: { tone: "info", word: "Waits for review" },
  approved: { tone: "success", word: "Approved" },
  rejected: { tone: "danger", word: "Rejected" },
  conflict: { tone: "warning", word: "Conflict" },
};

export const METHOD_WORDS: Record<VerificationMethod, string> = {
  business_email: "Business e-mail",
  business_phone: "Business phone",
  license_document: "Licence document",
  domain_dns: "Domain record",
  admin_manual: "By an administrator",
};

export const ATTEMPT_WORDS: Record<AttemptStatus, { tone: StatusTone; word: string }> = {
  pending: { tone: "progress", word: "Pending" },
  passed: { tone: "success", word: "Evidence received" },
  failed: { tone: "danger", word: "Failed" },
  expired: { tone: "warning", word: "Expired" },
};

type Judged = Pick<ReviewedClaim, "status" | "sandbox" | "attempts" | "providerStatus">;

export const isDecided = ({ status }: Pick<ReviewedClaim, "status">) => status === "approved" || status === "rejected";

const OUT_OF_SIGHT = ["suspended", "closed"];

/** Why a claim cannot be approved as it is, in words; nothing where it can. */
export function whyNotApprovable({ sandbox, attempts, providerStatus }: Judged): string | undefined {
  if (sandbox) return "It was made in sandbox mode: a sandbox claim never touches a live provider.";
  if (!attempts.some(({ status }) => status === "passed")) return "No evidence of it has been received.";
  if (OUT_OF_SIGHT.includes(providerStatus)) return `Its provider is ${providerStatus} and cannot be claimed.`;
  return undefined;
}
