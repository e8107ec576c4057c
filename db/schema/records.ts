import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { environmentColumn, instant, transactionId } from "@/db/schema/columns";
import { AUDIT_OUTCOMES } from "@/lib/domain/api-clients/schemas";
import { AUDIT_ACTOR_TYPES } from "@/lib/domain/audit/schemas";
import { KEY_CLASSES } from "@/lib/domain/usage/schemas";

/**
 * Requests that were answered: the contract's path as label, no body and no query value. Written in batches. Of an
 * idempotency key only the SHA-256 is kept. `signature_valid` is null where no signature was judged; `fault_id` names the
 * sandbox fault that answered instead.
 */
export const apiRequests = pgTable(
  "api_requests",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id"),
    environment: environmentColumn(),
    apiKeyId: text("api_key_id"),
    keyClass: text("key_class", { enum: KEY_CLASSES }),
    portalUserId: text("portal_user_id"),
    adminId: text("admin_id"),
    method: text("method").notNull(),
    route: text("route").notNull(),
    status: integer("status").notNull(),
    code: text("code"),
    signatureValid: boolean("signature_valid"),
    idempotencyKeyHash: text("idempotency_key_hash"),
    replayed: boolean("replayed").notNull().default(false),
    retryAfterSeconds: integer("retry_after_seconds"),
    faultId: text("fault_id"),
    durationUs: integer("duration_us").notNull(),
    address: text("address").notNull(),
    userAgent: text("user_agent"),
    at: instant("at").notNull(),
    // Calls of the directory API, let in or not (its contract, 1.4); null for those of the other APIs.
    apiClientId: text("api_client_id"),
    eventType: text("event_type"),
    subjectType: text("subject_type"),
    subjectId: text("subject_id"),
    outcome: text("outcome", { enum: AUDIT_OUTCOMES }),
    metadata: jsonb("metadata").$type<Record<string, unknown>>(),
  },
  (table) => [
    index("api_requests_api_client_id_idx")
      .on(table.apiClientId, table.at, table.outcome, table.eventType)
      .where(sql`event_type is not null`),
    index("api_requests_event_type_at_idx").on(table.at).where(sql`event_type is not null`),
    index("api_requests_partner_id_at_idx").on(table.partnerId, table.environment, table.at, table.status),
    index("api_requests_at_idx").on(table.at),
    index("api_requests_api_key_id_idx").on(table.apiKeyId, table.at).where(sql`api_key_id is not null`),
    // Few rows of all: those by which the go-live checklist judges how a partner's backend behaves.
    index("api_requests_telling_idx")
      .on(table.partnerId, table.environment, table.at)
      .where(sql`status >= 500 or status = 429 or replayed or code = 'IDEMPOTENCY_KEY_REUSED'`),
    index("api_requests_idempotency_key_hash_idx")
      .on(table.partnerId, table.idempotencyKeyHash, table.at)
      .where(sql`environment = 'sandbox' and idempotency_key_hash is not null`),
  ],
);

/**
 * Who changed what, when and why. Append-only by trigger; secrets never stand in `before` or `after`. `xid` is the
 * transaction that wrote the row, by which the sealing job tells which records may still appear.
 */
export const auditRecords = pgTable(
  "audit_records",
  {
    id: text("id").primaryKey(),
    position: bigint("position", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    actorType: text("actor_type", { enum: AUDIT_ACTOR_TYPES }).notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    partnerId: text("partner_id"),
    environment: environmentColumn(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    reason: text("reason"),
    ip: text("ip"),
    requestId: text("request_id").notNull(),
    xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index("audit_records_partner_id_idx").on(table.partnerId, table.position),
    index("audit_records_position_idx").on(table.position),
    index("audit_records_xid_idx").on(table.xid, table.position),
    index("audit_records_actor_id_idx").on(table.actorId, table.position),
    index("audit_records_target_id_idx").on(table.targetId, table.position),
    index("audit_records_action_idx").on(table.action, table.position),
    // Tells times apart well enough, as records come in their order, and costs a write next to nothing.
    index("audit_records_at_idx").using("brin", table.at),
  ],
);

/** The nightly check of the ledger, one row a night: the faults it found, or that it is under way (`finished_at` null). */
export const ledgerChecks = pgTable("ledger_checks", {
  night: date("night").primaryKey(),
  startedAt: instant("started_at").notNull(),
  finishedAt: instant("finished_at"),
  faults: jsonb("faults").$type<{ rule: string; row: string }[]>().notNull().default([]),
});
