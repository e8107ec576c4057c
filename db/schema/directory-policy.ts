import { check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { POLICY_DECISIONS } from "@/lib/domain/policy/statuses";

/** What the content policy said of a text; no partner sees any of it. */
export const policyChecks = pgTable(
  "policy_checks",
  {
    id: text("id").primaryKey(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id"),
    decision: text("decision", { enum: POLICY_DECISIONS }).notNull(),
    reasons: text("reasons").array().notNull().default([]),
    notes: text("notes"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("policy_checks_subject_idx").on(table.subjectType, table.subjectId, table.createdAt),
    check("policy_checks_decision_check", oneOf("decision", POLICY_DECISIONS)),
  ],
);
