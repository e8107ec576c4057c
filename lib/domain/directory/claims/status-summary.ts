import type { claims, verificationAttempts } from "@/db/schema/directory-claims";
import type { ChecklistRow, Claim, ClaimStatusSummary } from "@/lib/domain/directory/claims/schemas";
import type { AttemptStatus, VerificationMethod } from "@/lib/domain/directory/claims/statuses";

export type ClaimRow = typeof claims.$inferSelect;
export type AttemptRow = typeof verificationAttempts.$inferSelect;

/** The rows of the checklist, in the contract's order. */
const CHECKS: readonly { key: VerificationMethod; label: string; before: ChecklistRow["status"] }[] = [
  { key: "business_email", label: "Business e-mail", before: "not_started" },
  { key: "business_phone", label: "Business phone", before: "not_started" },
  { key: "license_document", label: "License document", before: "not_started" },
  { key: "admin_manual", label: "Review by an administrator", before: "pending" },
];

export function presentClaim(row: ClaimRow): Claim {
  const { id, providerId, claimantName, claimantEmail, claimantPhone, claimantRole, businessDomain } = row;
  return {
    id,
    providerId,
    claimantName,
    claimantEmail,
    ...(claimantPhone !== null && { claimantPhone }),
    ...(claimantRole !== null && { claimantRole }),
    ...(businessDomain !== null && { businessDomain }),
    status: row.status,
    ...(row.verificationMethod !== null && { verificationMethod: row.verificationMethod }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** An attempt's status as it reads now: what is pending past its end has expired. */
export function statusAt({ status, expiresAt }: Pick<AttemptRow, "status" | "expiresAt">, now: Date): AttemptStatus {
  return status === "pending" && expiresAt <= now ? "expired" : status;
}

function checkOf({ key, label, before }: (typeof CHECKS)[number], attempts: readonly AttemptRow[], now: Date) {
  const latest = attempts.find(({ method }) => method === key);
  if (!latest) return { key, label, status: before };
  const { completedAt, method } = latest;
  const status = statusAt(latest, now);
  return { key, label, status, method, ...(completedAt && { completedAt: completedAt.toISOString() }) };
}

/** What the claimant is to do next, by the contract's precedence (5.23). */
function nextActionOf(claim: ClaimRow, checklist: readonly ChecklistRow[]): string {
  const find = (...statuses: ChecklistRow["status"][]) => checklist.find(({ status }) => statuses.includes(status));
  if (claim.status === "approved") return "The claim is approved: the profile can be edited.";
  if (claim.status === "rejected") return "The claim was rejected. A new matter needs a new claim.";
  const broken = find("failed", "expired");
  if (broken) return `Resolve this first: ${broken.label} has ${broken.status}.`;
  if (find("passed")) return "Evidence was received; the claim awaits review by an administrator.";
  const open = find("not_started");
  if (open) return `Complete the next check: ${open.label}.`;
  return "The claim awaits review.";
}

/** Where a claim stands; `attempts` come latest first. No id, target or payload of an attempt is in it. */
export function summarise(claim: ClaimRow, attempts: readonly AttemptRow[], now: Date): ClaimStatusSummary {
  const checklist = CHECKS.map((check) => checkOf(check, attempts, now));
  const hasPassed = checklist.some(({ status }) => status === "passed");
  return {
    claim: presentClaim(claim),
    checklist,
    nextAction: nextActionOf(claim, checklist),
    readyForAdminReview: claim.status === "admin_review" || hasPassed,
    canEditProfile: claim.status === "approved",
  };
}
