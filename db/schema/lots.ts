import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, integer64, oneOf } from "@/db/schema/columns";
import { actions, partnerUsers, transactions } from "@/db/schema/giving";
import { REVERSAL_REASONS, type Reversal } from "@/lib/domain/giving/actions/schemas";
import { REDEMPTION_USES, type RedemptionRules } from "@/lib/domain/giving/token-pools/schemas";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

/**
 * The tokens of one distribution and what has become of them, with a copy of the terms they were issued under. `released`
 * is how many the books show as vested; what has vested since is derived when read. A reversal cuts the latest releases
 * first, so no more than `tokens - reversed_vesting` are ever released. `due_at` is when the next release or the expiry is
 * to be booked, null when nothing is left to book: such lots cost readers of a balance nothing.
 */
export const tokenLots = pgTable(
  "token_lots",
  {
    transactionId: text("transaction_id")
      .primaryKey()
      .references(() => transactions.id),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    partnerUserId: text("partner_user_id").notNull(),
    tokenPoolId: text("token_pool_id").notNull(),
    tokens: integer64("tokens").notNull(),
    released: integer64("released").notNull(),
    redeemed: integer64("redeemed").notNull().default(0),
    reversedAvailable: integer64("reversed_available").notNull().default(0),
    reversedVesting: integer64("reversed_vesting").notNull().default(0),
    expired: integer64("expired").notNull().default(0),
    /** Asked back by a reversal that could not be met any more: later reversals count it as reversed. */
    unrecoverable: integer64("unrecoverable").notNull().default(0),
    issuedAt: instant("issued_at").notNull(),
    /** Releases follow 1, 2 … `vesting_steps` times `step_days` after this; without steps all is available at once. */
    vestsFrom: instant("vests_from").notNull(),
    vestingSteps: integer("vesting_steps").notNull(),
    stepDays: integer("step_days").notNull(),
    expiresAt: instant("expires_at"),
    returnsToPool: boolean("returns_to_pool").notNull(),
    /** Whether its owner was told that it ends in seven days. */
    isExpiryTold: boolean("is_expiry_told").notNull().default(false),
    redemption: jsonb("redemption").$type<RedemptionRules>().notNull(),
    dueAt: instant("due_at").generatedAlwaysAs(
      sql`lot_due_at(tokens, released, reversed_vesting, tokens - redeemed - reversed_available - reversed_vesting - expired, vests_from, vesting_steps, step_days, expires_at)`,
    ),
  },
  (table) => [
    index("token_lots_open_idx").on(table.partnerUserId, table.dueAt).where(sql`due_at is not null`),
    index("token_lots_due_at_idx").on(table.dueAt, table.transactionId).where(sql`due_at is not null`),
    index("token_lots_returns_idx")
      .on(table.tokenPoolId, table.expiresAt)
      .where(sql`returns_to_pool and due_at is not null`),
    index("token_lots_expiring_idx").on(table.expiresAt).where(sql`not is_expiry_told and due_at is not null`),
    // What a user may still redeem, in the order in which it is spent (contract 8.2).
    index("token_lots_spending_idx")
      .on(table.partnerUserId, table.expiresAt, table.issuedAt, table.transactionId)
      .where(sql`released > redeemed + reversed_available and expired = 0`),
    check("token_lots_environment_check", oneOf("environment", ENVIRONMENTS)),
    check(
      "token_lots_figures_check",
      sql`tokens > 0 and redeemed >= 0 and reversed_available >= 0 and reversed_vesting >= 0 and expired >= 0
        and unrecoverable between 0 and redeemed + expired
        and released <= tokens - reversed_vesting and redeemed + reversed_available <= released
        and redeemed + reversed_available + reversed_vesting + expired <= tokens`,
    ),
  ],
);

/** Reversals of actions; one row for each idempotency key of an action, with the answer that was given. */
export const actionReversals = pgTable(
  "action_reversals",
  {
    id: text("id").primaryKey(),
    actionId: text("action_id")
      .notNull()
      .references(() => actions.id),
    idempotencyKey: text("idempotency_key").notNull(),
    payloadHash: text("payload_hash").notNull(),
    /** The part of the action's amount that this reversal takes back, as the caller wrote it or as what was left. */
    amount: text("amount").notNull(),
    tokens: integer64("tokens").notNull(),
    unrecoverable: integer64("unrecoverable").notNull(),
    reason: text("reason", { enum: REVERSAL_REASONS }).notNull(),
    note: text("note"),
    result: jsonb("result").$type<Reversal>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("action_reversals_idempotency_key_key").on(table.actionId, table.idempotencyKey),
    check("action_reversals_tokens_check", sql`tokens >= 0 and unrecoverable >= 0`),
  ],
);

/** What recipients had exchanged for things of worth; one row for each reference, with the answer that was given. */
export const redemptions = pgTable(
  "redemptions",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    partnerUserId: text("partner_user_id")
      .notNull()
      .references(() => partnerUsers.id),
    reference: text("reference").notNull(),
    use: text("use", { enum: REDEMPTION_USES }).notNull(),
    tokens: integer64("tokens").notNull(),
    transactionIds: text("transaction_ids").array().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("redemptions_reference_key").on(table.partnerId, table.environment, table.reference),
    check("redemptions_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("redemptions_tokens_check", sql`tokens > 0`),
  ],
);
