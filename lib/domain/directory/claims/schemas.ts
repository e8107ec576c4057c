import { z } from "zod";
import { ATTEMPT_STATUSES, CLAIM_STATUSES, VERIFICATION_METHODS } from "@/lib/domain/directory/claims/statuses";
import { flag, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

const NAME_MAX = 200;
const NOTE_MAX = 4000;

const line = (max: number) => z.string().trim().min(1, "is required").max(max, `must have at most ${max} characters`);

/** An address as it is compared: trimmed and in lower case. */
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "is required")
  .max(254, "must have at most 254 characters")
  .pipe(z.email("must be an e-mail address"));

const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "must be a domain name, for example example.org",
  );

export const SubmitClaim = z.object({
  providerId: line(NAME_MAX).meta({ description: "Id or slug of a publicly visible provider." }),
  claimantName: line(NAME_MAX),
  claimantEmail: Email,
  claimantPhone: line(50).optional(),
  claimantRole: line(NAME_MAX).optional(),
  businessDomain: Domain.optional(),
});
export type SubmitClaim = z.output<typeof SubmitClaim>;

export const Claim = z
  .object({
    id: z.string(),
    providerId: z.string(),
    claimantName: z.string(),
    claimantEmail: z.string(),
    claimantPhone: z.string().optional(),
    claimantRole: z.string().optional(),
    businessDomain: z.string().optional(),
    status: z.enum(CLAIM_STATUSES),
    verificationMethod: z.enum(VERIFICATION_METHODS).optional(),
    createdAt: IsoTime,
    updatedAt: IsoTime.optional(),
  })
  .meta({ id: "Claim" });
export type Claim = z.output<typeof Claim>;

export const CHECK_STATUSES = ["not_started", "pending", "passed", "failed", "expired", "not_required"] as const;

const ChecklistRow = z.object({
  key: z.string(),
  label: z.string(),
  status: z.enum(CHECK_STATUSES),
  method: z.enum(VERIFICATION_METHODS).optional(),
  completedAt: IsoTime.optional(),
});
export type ChecklistRow = z.output<typeof ChecklistRow>;

/** Where a claim stands, and what is next (contract 5.23). */
export const ClaimStatusSummary = z
  .object({
    claim: Claim,
    checklist: z.array(ChecklistRow),
    nextAction: z.string(),
    readyForAdminReview: z.boolean(),
    canEditProfile: z.boolean(),
  })
  .meta({ id: "ClaimStatusSummary" });
export type ClaimStatusSummary = z.output<typeof ClaimStatusSummary>;

export const SubmittedClaim = z.object({
  data: z.object({ claim: Claim, statusSummary: ClaimStatusSummary }),
  meta: z.object({ audit: z.object({ eventType: z.string(), recordedAt: IsoTime }) }),
});
export type SubmittedClaim = z.output<typeof SubmittedClaim>;

export const ClaimParams = z.object({ id: z.string() });

/** The address is asked for before anything is looked up. */
export const ClaimQuery = z.object({
  claimantEmail: z.string("is required").trim().toLowerCase().min(1, "is required"),
});

export const EVIDENCE_TYPES = [
  "business_email",
  "business_phone",
  "license_document",
  "domain_dns",
  "admin_attestation",
] as const;

export const SubmitEvidence = z.object({
  claimantEmail: z.string("is required").trim().toLowerCase().min(1, "is required"),
  method: z.enum(VERIFICATION_METHODS, `must be one of ${VERIFICATION_METHODS.join(", ")}`).optional(),
  evidence: z.object(
    {
      evidenceType: z.enum(EVIDENCE_TYPES, `must be one of ${EVIDENCE_TYPES.join(", ")}`).optional(),
      submittedBy: z.string().max(NAME_MAX).optional(),
      note: z.string().max(NOTE_MAX, `must have at most ${NOTE_MAX} characters`).optional(),
      documentUrl: z
        .url({ protocol: /^https$/, error: "must be an https URL" })
        .max(2000)
        .optional(),
      phoneLast4: z
        .string()
        .regex(/^\d{4}$/, "must be four digits")
        .optional(),
      emailDomain: z.string().max(253).optional(),
      // Judged by the verb, after what must be checked before it.
      attestationAccepted: z.unknown().meta({ description: "Must be true.", type: "boolean" }),
    },
    "is required",
  ),
  actorId: z.string().max(NAME_MAX).optional(),
});
export type SubmitEvidence = z.output<typeof SubmitEvidence>;

export const SubmittedEvidence = z.object({
  data: z.object({
    verificationAttempt: z.object({
      method: z.enum(VERIFICATION_METHODS),
      status: z.enum(ATTEMPT_STATUSES),
      completedAt: IsoTime.optional(),
      createdAt: IsoTime,
    }),
    statusSummary: ClaimStatusSummary,
  }),
});
export type SubmittedEvidence = z.output<typeof SubmittedEvidence>;

/** A claim as administrators decide on it: with what partners never see. */
export const ReviewedClaim = Claim.extend({
  providerName: z.string(),
  providerSlug: z.string(),
  providerStatus: z.string(),
  sandbox: z.boolean(),
  apiClientId: z.string().optional(),
  adminNotes: z.string().optional(),
  attempts: z.array(
    z.object({
      method: z.enum(VERIFICATION_METHODS),
      status: z.enum(ATTEMPT_STATUSES),
      target: z.string().optional(),
      evidence: z.record(z.string(), z.unknown()).optional(),
      completedAt: IsoTime.optional(),
      createdAt: IsoTime,
    }),
  ),
}).meta({ id: "ReviewedClaim" });
export type ReviewedClaim = z.output<typeof ReviewedClaim>;

export const ListClaimsQuery = PageQuery.extend({
  status: z.enum(CLAIM_STATUSES, `must be one of ${CLAIM_STATUSES.join(", ")}`).optional(),
  q: z
    .string()
    .optional()
    .transform((text) => text?.trim() || undefined),
  undecided: flag.meta({ description: "Only those that wait for a decision." }),
});
export type ListClaimsQuery = z.output<typeof ListClaimsQuery>;

export const ReviewedClaimList = pagedOf(ReviewedClaim);

export const DecideClaim = z.object({
  notes: z.string().trim().max(NOTE_MAX, `must have at most ${NOTE_MAX} characters`).optional(),
  reason: line(500),
});
export type DecideClaim = z.output<typeof DecideClaim>;
