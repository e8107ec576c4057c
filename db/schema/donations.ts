import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, integer64, oneOf } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import {
  CHARGE_STATUSES,
  DONATION_STATUSES,
  FREQUENCIES,
  PROVIDER_EVENT_KINDS,
  PROVIDER_IDS,
  REWARD_STATUSES,
} from "@/lib/domain/giving/donations/statuses";
import { ORGANIZATION_STATUSES } from "@/lib/domain/giving/organizations/schemas";
import { ENVIRONMENTS, type Metadata } from "@/lib/domain/shared/schemas";

/** Nonprofits that donations can go to: public facts, the same for every partner and environment. */
export const organizations = pgTable(
  "organizations",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    ein: text("ein"),
    logo: text("logo"),
    website: text("website"),
    description: text("description"),
    status: text("status", { enum: ORGANIZATION_STATUSES }).notNull().default("ACTIVE"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("organizations_slug_key").on(table.slug),
    check("organizations_status_check", oneOf("status", ORGANIZATION_STATUSES)),
    check("organizations_ein_check", sql`ein ~ '^[0-9]{2}-[0-9]{7}$'`),
  ],
);

/**
 * Donation links and what became of them. `provider` is the one that was asked for, `carrier` the one whose checkout the
 * link leads to: in the sandbox mostly the built-in one. `carrier_ref` is the carrier's own id of the checkout; the
 * built-in one's is the hash of the token in its link. The link itself is kept, encrypted, only for who may ask for it
 * again by an idempotency key. `review_reason` says what of a provider's report did not match.
 */
export const donations = pgTable(
  "donations",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id")
      .notNull()
      .references(() => partners.id),
    environment: environmentColumn().notNull(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    nonprofitSlug: text("nonprofit_slug").notNull(),
    provider: text("provider", { enum: PROVIDER_IDS }).notNull(),
    carrier: text("carrier", { enum: PROVIDER_IDS }).notNull(),
    carrierRef: text("carrier_ref").notNull(),
    linkEncrypted: text("link_encrypted"),
    idempotencyKey: text("idempotency_key"),
    payloadHash: text("payload_hash").notNull(),
    status: text("status", { enum: DONATION_STATUSES }).notNull().default("PENDING"),
    rewardStatus: text("reward_status", { enum: REWARD_STATUSES }).notNull(),
    amount: integer64("amount").notNull(),
    tipAmount: integer64("tip_amount").notNull().default(0),
    currency: text("currency").notNull(),
    frequency: text("frequency", { enum: FREQUENCIES }).notNull(),
    donorEmail: text("donor_email"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    partnerUserId: text("partner_user_id"),
    campaignId: text("campaign_id"),
    referralCode: text("referral_code"),
    successUrl: text("success_url"),
    cancelUrl: text("cancel_url"),
    metadata: jsonb("metadata").$type<Metadata>().notNull().default({}),
    failureReason: text("failure_reason"),
    reviewReason: text("review_reason"),
    completedAt: instant("completed_at"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("donations_idempotency_key_key").on(table.partnerId, table.environment, table.idempotencyKey),
    uniqueIndex("donations_carrier_ref_key").on(table.carrier, table.carrierRef),
    index("donations_created_at_idx").on(table.partnerId, table.environment, table.createdAt, table.id),
    index("donations_status_idx").on(table.partnerId, table.environment, table.status, table.createdAt, table.id),
    index("donations_reward_status_idx").on(
      table.partnerId,
      table.environment,
      table.rewardStatus,
      table.createdAt,
      table.id,
    ),
    index("donations_nonprofit_slug_idx").on(
      table.partnerId,
      table.environment,
      table.nonprofitSlug,
      table.createdAt,
      table.id,
    ),
    index("donations_referral_code_idx").on(
      table.partnerId,
      table.environment,
      table.referralCode,
      table.createdAt,
      table.id,
    ),
    index("donations_partner_user_id_idx").on(
      table.partnerId,
      table.environment,
      table.partnerUserId,
      table.createdAt,
      table.id,
    ),
    index("donations_expires_at_idx").on(table.expiresAt).where(sql`status = 'PENDING'`),
    check("donations_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("donations_provider_check", oneOf("provider", PROVIDER_IDS)),
    check("donations_carrier_check", oneOf("carrier", PROVIDER_IDS)),
    check("donations_status_check", oneOf("status", DONATION_STATUSES)),
    check("donations_reward_status_check", oneOf("reward_status", REWARD_STATUSES)),
    check("donations_frequency_check", oneOf("frequency", FREQUENCIES)),
    check("donations_amount_check", sql`amount > 0 and tip_amount >= 0`),
    check("donations_sandbox_check", sql`carrier <> 'sandbox' or environment = 'sandbox'`),
  ],
);

/**
 * Payments: one of a single donation, one for each month of a monthly one. Each has its own reward. `reward_due_at` is when
 * the reward is to be looked at (again); whoever takes it up moves it on, so that of any number one does, and a broken one
 * is found again. `reward_credits` is what the partner's pools had been credited when they did not cover the reward.
 */
export const donationCharges = pgTable(
  "donation_charges",
  {
    donationId: text("donation_id")
      .notNull()
      .references(() => donations.id),
    n: integer("n").notNull(),
    partnerId: text("partner_id").notNull(),
    environment: environmentColumn().notNull(),
    carrier: text("carrier", { enum: PROVIDER_IDS }).notNull(),
    chargeId: text("charge_id").notNull(),
    amount: integer64("amount").notNull(),
    status: text("status", { enum: CHARGE_STATUSES }).notNull().default("COMPLETED"),
    rewardStatus: text("reward_status", { enum: REWARD_STATUSES }).notNull(),
    rewardFailure: text("reward_failure"),
    rewardCredits: integer64("reward_credits"),
    rewardDueAt: instant("reward_due_at"),
    tokensAwarded: integer64("tokens_awarded").notNull().default(0),
    actionId: text("action_id"),
    at: instant("at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.donationId, table.n] }),
    uniqueIndex("donation_charges_charge_id_key").on(table.carrier, table.chargeId),
    index("donation_charges_at_idx").on(table.partnerId, table.environment, table.at),
    index("donation_charges_reward_due_at_idx").on(table.rewardDueAt).where(sql`reward_due_at is not null`),
    index("donation_charges_reward_short_idx")
      .on(table.partnerId, table.environment)
      .where(sql`reward_credits is not null`),
    check("donation_charges_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("donation_charges_carrier_check", oneOf("carrier", PROVIDER_IDS)),
    check("donation_charges_status_check", oneOf("status", CHARGE_STATUSES)),
    check("donation_charges_reward_status_check", oneOf("reward_status", REWARD_STATUSES)),
    check("donation_charges_figures_check", sql`amount > 0 and tokens_awarded >= 0 and n > 0`),
  ],
);

/** What providers reported, each once: a report that comes again finds its row and does nothing. */
export const providerEvents = pgTable(
  "provider_events",
  {
    provider: text("provider", { enum: PROVIDER_IDS }).notNull(),
    chargeId: text("charge_id").notNull(),
    kind: text("kind", { enum: PROVIDER_EVENT_KINDS }).notNull(),
    donationId: text("donation_id")
      .notNull()
      .references(() => donations.id),
    amount: integer64("amount").notNull(),
    currency: text("currency").notNull(),
    sequence: integer64("sequence").notNull(),
    /** Null when it was applied. */
    reviewReason: text("review_reason"),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.chargeId, table.kind] }),
    index("provider_events_donation_id_idx").on(table.donationId),
    check("provider_events_provider_check", oneOf("provider", PROVIDER_IDS)),
    check("provider_events_kind_check", oneOf("kind", PROVIDER_EVENT_KINDS)),
  ],
);
