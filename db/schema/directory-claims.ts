import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { apiClients } from "@/db/schema/api-clients";
import { instant, oneOf } from "@/db/schema/columns";
import { policyChecks } from "@/db/schema/directory-policy";
import { providers } from "@/db/schema/directory-providers";
import { ATTEMPT_STATUSES, CLAIM_STATUSES, VERIFICATION_METHODS } from "@/lib/domain/directory/claims/statuses";

/**
 * Who says that a provider is theirs, or that its facts are wrong. `claimant_email` is trimmed and in lower case. A claim of
 * a sandbox client stays one.
 */
export const claims = pgTable(
  "claims",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    apiClientId: text("api_client_id").references(() => apiClients.id),
    sandbox: boolean("sandbox").notNull().default(false),
    claimantName: text("claimant_name").notNull(),
    claimantEmail: text("claimant_email").notNull(),
    claimantPhone: text("claimant_phone"),
    claimantRole: text("claimant_role"),
    businessDomain: text("business_domain"),
    status: text("status", { enum: CLAIM_STATUSES }).notNull(),
    verificationMethod: text("verification_method", { enum: VERIFICATION_METHODS }),
    verificationPayload: jsonb("verification_payload").$type<Record<string, unknown>>().notNull().default({}),
    adminNotes: text("admin_notes"),
    policyCheckId: text("policy_check_id").references(() => policyChecks.id),
    approvedAt: instant("approved_at"),
    rejectedAt: instant("rejected_at"),
    decidedBy: text("decided_by"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("claims_provider_id_idx").on(table.providerId, table.createdAt.desc(), table.id),
    index("claims_created_at_idx").on(table.createdAt.desc(), table.id),
    index("claims_status_idx").on(table.status, table.createdAt.desc(), table.id),
    index("claims_api_client_id_idx").on(table.apiClientId),
    check("claims_status_check", oneOf("status", CLAIM_STATUSES)),
    check(
      "claims_verification_method_check",
      sql`verification_method is null or ${oneOf("verification_method", VERIFICATION_METHODS)}`,
    ),
    check("claims_approved_check", sql`(status = 'approved') = (approved_at is not null)`),
    check("claims_rejected_check", sql`(status = 'rejected') = (rejected_at is not null)`),
    check("claims_email_check", sql`claimant_email = lower(btrim(claimant_email))`),
  ],
);

/** How a claim was to be proved. `pending` past `expires_at` reads as expired; `target` and payloads are never shown. */
export const verificationAttempts = pgTable(
  "verification_attempts",
  {
    id: text("id").primaryKey(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    method: text("method", { enum: VERIFICATION_METHODS }).notNull(),
    status: text("status", { enum: ATTEMPT_STATUSES }).notNull().default("pending"),
    target: text("target"),
    attemptPayload: jsonb("attempt_payload").$type<Record<string, unknown>>().notNull().default({}),
    evidence: jsonb("evidence").$type<Record<string, unknown>>(),
    policyCheckId: text("policy_check_id").references(() => policyChecks.id),
    expiresAt: instant("expires_at").notNull(),
    completedAt: instant("completed_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("verification_attempts_claim_id_idx").on(table.claimId, table.method, table.createdAt.desc(), table.id),
    check("verification_attempts_method_check", oneOf("method", VERIFICATION_METHODS)),
    check("verification_attempts_status_check", oneOf("status", ATTEMPT_STATUSES)),
    check("verification_attempts_completed_check", sql`(status in ('passed', 'failed')) = (completed_at is not null)`),
  ],
);
