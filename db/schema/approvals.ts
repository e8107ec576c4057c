import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { admins, partners } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import { APPROVAL_ACTIONS, STORED_APPROVAL_STATUSES } from "@/lib/domain/giving/approvals/schemas";
import {
  AUTHOR_TYPES,
  COMMENT_AUDIENCES,
  type ProductionRequest,
} from "@/lib/domain/giving/production-requests/schemas";

type Fields = Record<string, unknown>;

/**
 * Writes of one administrator that wait for another. `input` is the write as it was asked for, `change_hash` binds the
 * decision to it, `evidence_hash` to what it rests on. Who asked never decides.
 */
export const approvals = pgTable(
  "approvals",
  {
    id: text("id").primaryKey(),
    action: text("action", { enum: APPROVAL_ACTIONS }).notNull(),
    partnerId: text("partner_id")
      .notNull()
      .references(() => partners.id),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    input: jsonb("input").$type<Fields>().notNull(),
    changeHash: text("change_hash").notNull(),
    before: jsonb("before").$type<Fields>().notNull(),
    after: jsonb("after").$type<Fields>().notNull(),
    evidence: jsonb("evidence").$type<Fields>().notNull(),
    evidenceHash: text("evidence_hash").notNull(),
    reason: text("reason").notNull(),
    status: text("status", { enum: STORED_APPROVAL_STATUSES }).notNull(),
    requestedBy: text("requested_by")
      .notNull()
      .references(() => admins.id),
    requestedAt: instant("requested_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedBy: text("decided_by").references(() => admins.id),
    decidedAt: instant("decided_at"),
    decisionReason: text("decision_reason"),
  },
  (table) => [
    uniqueIndex("approvals_pending_key").on(table.changeHash).where(sql`status = 'PENDING'`),
    index("approvals_pending_idx").on(table.requestedAt, table.id).where(sql`status = 'PENDING'`),
    index("approvals_partner_id_idx").on(table.partnerId, table.requestedAt),
    check("approvals_action_check", oneOf("action", APPROVAL_ACTIONS)),
    check("approvals_status_check", oneOf("status", STORED_APPROVAL_STATUSES)),
    check("approvals_decided_check", sql`(status = 'PENDING') = (decided_at is null)`),
    check(
      "approvals_four_eyes_check",
      sql`status not in ('APPROVED', 'REJECTED') or coalesce(decided_by <> requested_by, false)`,
    ),
  ],
);

/** What a production request said, each time it was sent; the last one is what it says now. */
export const productionRequestRevisions = pgTable(
  "production_request_revisions",
  {
    requestId: text("request_id")
      .notNull()
      .references(() => productionRequests.id),
    revision: integer("revision").notNull(),
    fields: jsonb("fields").$type<ProductionRequest>().notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.revision] }),
    check("production_request_revisions_revision_check", sql`revision > 0`),
  ],
);

/** What was said about a production request, by the partner's people and by administrators. */
export const productionRequestComments = pgTable(
  "production_request_comments",
  {
    id: text("id").primaryKey(),
    position: bigint("position", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    requestId: text("request_id")
      .notNull()
      .references(() => productionRequests.id),
    audience: text("audience", { enum: COMMENT_AUDIENCES }).notNull(),
    authorType: text("author_type", { enum: AUTHOR_TYPES }).notNull(),
    authorId: text("author_id").notNull(),
    field: text("field"),
    text: text("text").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("production_request_comments_request_id_idx").on(table.requestId, table.position),
    check("production_request_comments_audience_check", oneOf("audience", COMMENT_AUDIENCES)),
    check("production_request_comments_author_check", oneOf("author_type", AUTHOR_TYPES)),
    check("production_request_comments_internal_check", sql`audience = 'SHARED' or author_type = 'ADMIN'`),
  ],
);
