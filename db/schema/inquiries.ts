import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { admins, partners } from "@/db/schema/partners";
import type { InquiryField, InquiryFields } from "@/lib/domain/giving/inquiries/schemas";
import {
  COMMENT_AUDIENCES,
  COMMENT_AUTHORS,
  DECISIONS,
  INQUIRY_STATUSES,
} from "@/lib/domain/giving/inquiries/statuses";
import { KYB_STATUSES, TIERS } from "@/lib/domain/partners/statuses";

/** Organisations that ask to become partners. Status moves only along the table of moves. */
export const inquiries = pgTable(
  "inquiries",
  {
    id: text("id").primaryKey(),
    status: text("status", { enum: INQUIRY_STATUSES }).notNull(),
    /** Since when it stands there. */
    statusSince: instant("status_since").notNull(),
    /** What the latest submission said. */
    fields: jsonb("fields").$type<InquiryFields>().notNull(),
    /** The applicant's token: presented against the hash; recovered for the links of later mails. */
    statusTokenHash: text("status_token_hash").notNull(),
    statusTokenEncrypted: text("status_token_encrypted").notNull(),
    decision: text("decision", { enum: DECISIONS }),
    decisionNote: text("decision_note"),
    decidedTier: text("decided_tier", { enum: TIERS }),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").references(() => admins.id),
    contractSignedAt: instant("contract_signed_at"),
    acceptableUseAcceptedAt: instant("acceptable_use_accepted_at"),
    kybStatus: text("kyb_status", { enum: KYB_STATUSES }).notNull().default("NOT_STARTED"),
    kybRegistrationNumber: text("kyb_registration_number"),
    kybCountry: text("kyb_country"),
    kybVerifiedAt: instant("kyb_verified_at"),
    partnerId: text("partner_id").references(() => partners.id),
    submittedAt: instant("submitted_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("inquiries_partner_id_key").on(table.partnerId),
    index("inquiries_submitted_at_idx").on(table.submittedAt, table.id),
    index("inquiries_status_idx").on(table.status, table.submittedAt, table.id),
    check("inquiries_status_check", oneOf("status", INQUIRY_STATUSES)),
    check("inquiries_decision_check", sql`decision is null or ${oneOf("decision", DECISIONS)}`),
    check("inquiries_decided_check", sql`(decision is null) = (decided_at is null)`),
    check("inquiries_rejected_check", sql`(status = 'REJECTED') = (decision is not distinct from 'REJECTED')`),
    check("inquiries_decided_tier_check", sql`decided_tier is null or ${oneOf("decided_tier", TIERS)}`),
    check("inquiries_kyb_status_check", oneOf("kyb_status", KYB_STATUSES)),
    check("inquiries_kyb_verified_check", sql`(kyb_status = 'VERIFIED') = (kyb_verified_at is not null)`),
    check(
      "inquiries_signed_check",
      sql`status not in ('CONTRACT_SIGNED', 'CONVERTED') or (contract_signed_at is not null and acceptable_use_accepted_at is not null and kyb_status = 'VERIFIED')`,
    ),
    check("inquiries_converted_check", sql`(status = 'CONVERTED') = (partner_id is not null)`),
  ],
);

const inquiryId = () =>
  text("inquiry_id")
    .notNull()
    .references(() => inquiries.id, { onDelete: "cascade" });

/** Each submission as it was, counted from 1. */
export const inquiryRevisions = pgTable(
  "inquiry_revisions",
  {
    inquiryId: inquiryId(),
    number: integer("number").notNull(),
    fields: jsonb("fields").$type<InquiryFields>().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.inquiryId, table.number] })],
);

/** What applicant and reviewers said, in the order of `position`. */
export const inquiryComments = pgTable(
  "inquiry_comments",
  {
    id: text("id").primaryKey(),
    position: integer("position").notNull().generatedAlwaysAsIdentity(),
    inquiryId: inquiryId(),
    author: text("author", { enum: COMMENT_AUTHORS }).notNull(),
    audience: text("audience", { enum: COMMENT_AUDIENCES }).notNull(),
    field: text("field").$type<InquiryField>(),
    text: text("text").notNull(),
    adminId: text("admin_id").references(() => admins.id),
    at: instant("at").notNull(),
  },
  (table) => [
    index("inquiry_comments_inquiry_id_idx").on(table.inquiryId, table.position),
    check("inquiry_comments_author_check", oneOf("author", COMMENT_AUTHORS)),
    check("inquiry_comments_audience_check", oneOf("audience", COMMENT_AUDIENCES)),
    check("inquiry_comments_admin_check", sql`(author = 'REVIEWER') = (admin_id is not null)`),
    check("inquiry_comments_internal_check", sql`audience = 'SHARED' or author = 'REVIEWER'`),
  ],
);
