import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, integer64, oneOf } from "@/db/schema/columns";
import { tokenPools } from "@/db/schema/giving";
import { POOL_REQUEST_STATUSES } from "@/lib/domain/giving/token-pools/schemas";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

/** Allocations and withdrawals by an administrator; a reference is served once for each pool. */
export const poolMovements = pgTable(
  "pool_movements",
  {
    transactionId: text("transaction_id").primaryKey(),
    tokenPoolId: text("token_pool_id")
      .notNull()
      .references(() => tokenPools.id),
    type: text("type", { enum: ["ALLOCATION", "WITHDRAWAL"] }).notNull(),
    reference: text("reference").notNull(),
    tokens: integer64("tokens").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("pool_movements_reference_key").on(table.tokenPoolId, table.reference),
    check("pool_movements_type_check", oneOf("type", ["ALLOCATION", "WITHDRAWAL"])),
    check("pool_movements_tokens_check", sql`tokens > 0`),
  ],
);

/** What partners asked to have added to a pool, or to get a first pool for; at most one is pending for each. */
export const poolRequests = pgTable(
  "pool_requests",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    tokenPoolId: text("token_pool_id").references(() => tokenPools.id),
    tokens: integer64("tokens").notNull(),
    approvedTokens: integer64("approved_tokens"),
    reason: text("reason").notNull(),
    expectedMonthlyActionVolume: integer64("expected_monthly_action_volume"),
    status: text("status", { enum: POOL_REQUEST_STATUSES }).notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
    decisionNote: text("decision_note"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("pool_requests_created_at_idx").on(table.partnerId, table.environment, table.createdAt, table.id),
    uniqueIndex("pool_requests_pending_key")
      .on(table.partnerId, table.environment, sql`coalesce(token_pool_id, '')`)
      .where(sql`status = 'PENDING'`),
    check("pool_requests_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("pool_requests_status_check", oneOf("status", POOL_REQUEST_STATUSES)),
    check("pool_requests_tokens_check", sql`tokens > 0 and approved_tokens > 0`),
    check("pool_requests_decided_check", sql`(status = 'PENDING') = (decided_at is null)`),
  ],
);
