import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, integer64, oneOf } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import { ACTION_STATUSES, type ActionResult, type Stakeholder } from "@/lib/domain/giving/actions/schemas";
import { ACCOUNT_KINDS } from "@/lib/domain/giving/ledger/schemas";
import {
  type AutoRefillRule,
  POOL_ENTRY_TYPES,
  type Restrictions,
  STORED_POOL_STATUSES,
} from "@/lib/domain/giving/token-pools/schemas";
import { TRANSACTION_STATUSES, TRANSACTION_TYPES } from "@/lib/domain/giving/transactions/schemas";
import { USER_STATUSES } from "@/lib/domain/giving/users/schemas";
import { ENVIRONMENTS, type Metadata } from "@/lib/domain/shared/schemas";

const partnerId = () =>
  text("partner_id")
    .notNull()
    .references(() => partners.id);

/** Tokens the platform has set aside for a partner. The balance follows from the four figures and is never negative. */
export const tokenPools = pgTable(
  "token_pools",
  {
    id: text("id").primaryKey(),
    partnerId: partnerId(),
    environment: environmentColumn().notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: STORED_POOL_STATUSES }).notNull().default("ACTIVE"),
    isDefault: boolean("is_default").notNull().default(false),
    balance: integer64("balance").notNull().default(0),
    allocated: integer64("allocated").notNull().default(0),
    distributed: integer64("distributed").notNull().default(0),
    returned: integer64("returned").notNull().default(0),
    withdrawn: integer64("withdrawn").notNull().default(0),
    lowBalanceThreshold: integer64("low_balance_threshold"),
    /** What the pool had been credited in all when its depletion was last told: any further credit arms the event again. */
    depletedAtCredits: integer64("depleted_at_credits"),
    autoRefill: jsonb("auto_refill").$type<AutoRefillRule>().notNull(),
    /** What auto-refills have added in `refill_month` (UTC, `2026-01`); of any other month nothing. */
    refilledThisMonth: integer64("refilled_this_month").notNull().default(0),
    refillMonth: text("refill_month"),
    restrictions: jsonb("restrictions").$type<Restrictions>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("token_pools_partner_id_idx").on(table.partnerId, table.environment, table.createdAt),
    uniqueIndex("token_pools_default_key").on(table.partnerId, table.environment).where(sql`is_default`),
    check("token_pools_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("token_pools_status_check", oneOf("status", STORED_POOL_STATUSES)),
    check("token_pools_balance_check", sql`balance = allocated - distributed + returned - withdrawn and balance >= 0`),
    check("token_pools_figures_check", sql`allocated >= 0 and distributed >= 0 and returned >= 0 and withdrawn >= 0`),
  ],
);

/** Reward recipients, known by the partner's own id. The figures are the sums of what the ledger says. */
export const partnerUsers = pgTable(
  "partner_users",
  {
    id: text("id").primaryKey(),
    partnerId: partnerId(),
    environment: environmentColumn().notNull(),
    externalId: text("external_id").notNull(),
    email: text("email"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    status: text("status", { enum: USER_STATUSES }).notNull().default("ACTIVE"),
    metadata: jsonb("metadata").$type<Metadata>().notNull().default({}),
    available: integer64("available").notNull().default(0),
    vesting: integer64("vesting").notNull().default(0),
    expired: integer64("expired").notNull().default(0),
    redeemed: integer64("redeemed").notNull().default(0),
    reversed: integer64("reversed").notNull().default(0),
    lifetimeEarned: integer64("lifetime_earned").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("partner_users_external_id_key").on(table.partnerId, table.environment, table.externalId),
    index("partner_users_created_at_idx").on(table.partnerId, table.environment, table.createdAt, table.id),
    index("partner_users_email_idx").on(
      table.partnerId,
      table.environment,
      sql`lower(${table.email}) text_pattern_ops`,
    ),
    index("partner_users_external_id_prefix_idx").on(
      table.partnerId,
      table.environment,
      sql`lower(${table.externalId}) text_pattern_ops`,
    ),
    check("partner_users_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("partner_users_status_check", oneOf("status", USER_STATUSES)),
    check(
      "partner_users_figures_check",
      sql`available >= 0 and vesting >= 0 and expired >= 0 and redeemed >= 0 and reversed >= 0`,
    ),
    check("partner_users_lifetime_check", sql`lifetime_earned = available + vesting + expired + redeemed + reversed`),
  ],
);

/** Units of work a partner submitted; one row for each idempotency key, for ever. */
export const actions = pgTable(
  "actions",
  {
    id: text("id").primaryKey(),
    partnerId: partnerId(),
    environment: environmentColumn().notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    payloadHash: text("payload_hash").notNull(),
    status: text("status", { enum: ACTION_STATUSES }).notNull(),
    actionType: text("action_type").notNull(),
    amount: text("amount").notNull(),
    amountUnits: bigint("amount_units", { mode: "bigint" }).notNull(),
    amountMinor: integer64("amount_minor"),
    currency: text("currency"),
    stakeholders: jsonb("stakeholders").$type<Stakeholder[]>().notNull(),
    metadata: jsonb("metadata").$type<Metadata>().notNull(),
    description: text("description"),
    campaignId: text("campaign_id"),
    tokenPoolId: text("token_pool_id"),
    tokensDistributed: integer64("tokens_distributed").notNull().default(0),
    result: jsonb("result").$type<ActionResult>(),
    failureCode: text("failure_code"),
    actorId: text("actor_id").notNull(),
    requestId: text("request_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("actions_idempotency_key_key").on(table.partnerId, table.environment, table.idempotencyKey),
    index("actions_created_at_idx").on(table.partnerId, table.environment, table.createdAt, table.id),
    check("actions_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("actions_status_check", oneOf("status", ACTION_STATUSES)),
    check("actions_tokens_check", sql`tokens_distributed >= 0`),
  ],
);

/** Movements on a recipient's account, as the API shows them; the ledger holds their double entries. */
export const transactions = pgTable(
  "transactions",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    type: text("type", { enum: TRANSACTION_TYPES }).notNull(),
    status: text("status", { enum: TRANSACTION_STATUSES }).notNull().default("COMPLETED"),
    tokens: integer64("tokens").notNull(),
    partnerUserId: text("partner_user_id")
      .notNull()
      .references(() => partnerUsers.id),
    stakeholderTypeCode: text("stakeholder_type_code"),
    actionId: text("action_id").references(() => actions.id),
    campaignId: text("campaign_id"),
    tokenPoolId: text("token_pool_id")
      .notNull()
      .references(() => tokenPools.id),
    reversesTransactionId: text("reverses_transaction_id"),
    vestingUntil: instant("vesting_until"),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("transactions_action_id_idx").on(table.actionId),
    index("transactions_partner_user_id_idx").on(table.partnerUserId, table.createdAt, table.id),
    // What the charts by the hour read stands in the index, beside what orders the list.
    index("transactions_created_at_idx").on(
      table.partnerId,
      table.environment,
      table.createdAt,
      table.id,
      table.type,
      table.tokens,
    ),
    check("transactions_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("transactions_type_check", oneOf("type", TRANSACTION_TYPES)),
    check("transactions_status_check", oneOf("status", TRANSACTION_STATUSES)),
    check("transactions_tokens_check", sql`tokens > 0`),
  ],
);

const tallyId = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/**
 * How many transactions each UTC day has, by what lists filter by, and their tokens. Triggers on `transactions` keep it in
 * the transaction of every change. A day has several rows of a kind: a writer takes one that no other holds, or adds one,
 * so that nobody waits here. What counts is their sum.
 */
export const transactionTallies = pgTable(
  "transaction_tallies",
  {
    id: tallyId(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    day: instant("day").notNull(),
    type: text("type", { enum: TRANSACTION_TYPES }).notNull(),
    status: text("status", { enum: TRANSACTION_STATUSES }).notNull(),
    tokenPoolId: text("token_pool_id").notNull(),
    campaignId: text("campaign_id"),
    count: integer64("count").notNull(),
    tokens: integer64("tokens").notNull(),
  },
  (table) => [index("transaction_tallies_day_idx").on(table.partnerId, table.environment, table.day)],
);

/** The same for actions. */
export const actionTallies = pgTable(
  "action_tallies",
  {
    id: tallyId(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    day: instant("day").notNull(),
    actionType: text("action_type").notNull(),
    status: text("status", { enum: ACTION_STATUSES }).notNull(),
    tokenPoolId: text("token_pool_id"),
    campaignId: text("campaign_id"),
    count: integer64("count").notNull(),
  },
  (table) => [index("action_tallies_day_idx").on(table.partnerId, table.environment, table.day)],
);

/**
 * The double-entry ledger. Triggers refuse any update, delete or truncate, and any insert whose transactions do not sum
 * to zero within one environment. `account_id` is null for the accounts an environment has once.
 */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    transactionId: text("transaction_id").notNull(),
    accountKind: text("account_kind", { enum: ACCOUNT_KINDS }).notNull(),
    accountId: text("account_id"),
    tokens: integer64("tokens").notNull(),
    entryType: text("entry_type").notNull(),
    balanceAfter: integer64("balance_after"),
    actionId: text("action_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("ledger_entries_transaction_id_idx").on(table.transactionId),
    index("ledger_entries_account_idx").on(table.accountId, table.accountKind, table.id),
    check("ledger_entries_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("ledger_entries_account_kind_check", oneOf("account_kind", ACCOUNT_KINDS)),
    check("ledger_entries_tokens_check", sql`tokens <> 0`),
    check(
      "ledger_entries_pool_check",
      sql`account_kind <> 'POOL' or (balance_after >= 0 and ${oneOf("entry_type", POOL_ENTRY_TYPES)})`,
    ),
  ],
);
