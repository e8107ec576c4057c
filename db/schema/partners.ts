import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { ADMIN_ROLES } from "@/lib/domain/admins/schemas";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";
import {
  FEATURES,
  INTEGRATION_MODELS,
  KYB_STATUSES,
  PARTNER_STATUSES,
  PRODUCTION_ACCESS,
  TIERS,
} from "@/lib/domain/partners/statuses";

export type TipConfig = { enabled: boolean; defaultPercent: number; options?: number[]; maxPercent?: number };
export type Branding = { logo: string | null; primaryColor: string | null };

/** Organisations using the API. Status and production access move only along their transition tables. */
export const partners = pgTable(
  "partners",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    status: text("status", { enum: PARTNER_STATUSES }).notNull(),
    tier: text("tier", { enum: TIERS }).notNull().default("STANDARD"),
    enabledFeatures: text("enabled_features", { enum: FEATURES }).array().notNull(),
    productionAccess: text("production_access", { enum: PRODUCTION_ACCESS }).notNull().default("NONE"),
    actionTypes: text("action_types").array().notNull(),
    stakeholderTypes: text("stakeholder_types").array().notNull(),
    contactEmail: text("contact_email").notNull(),
    // The intake (contract 1.4); what a partner that served itself has not been asked yet is null.
    legalEntity: text("legal_entity"),
    useCaseSummary: text("use_case_summary"),
    integrationModel: text("integration_model", { enum: INTEGRATION_MODELS }),
    expectedMonthlyActionVolume: integer("expected_monthly_action_volume"),
    inquiryId: text("inquiry_id"),
    contractSignedAt: instant("contract_signed_at"),
    acceptableUseAcceptedAt: instant("acceptable_use_accepted_at"),
    kybStatus: text("kyb_status", { enum: KYB_STATUSES }).notNull().default("NOT_STARTED"),
    kybRegistrationNumber: text("kyb_registration_number"),
    kybCountry: text("kyb_country"),
    kybVerifiedAt: instant("kyb_verified_at"),
    ipAllowlist: text("ip_allowlist").array().notNull().default(sql`'{}'`),
    allowedOrigins: text("allowed_origins").array().notNull().default(sql`'{}'`),
    currencies: text("currencies").array().notNull().default(sql`'{USD}'`),
    tipConfig: jsonb("tip_config").$type<TipConfig>().notNull(),
    branding: jsonb("branding").$type<Branding>().notNull(),
    legacyReplay409: boolean("legacy_replay_409").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("partners_slug_key").on(table.slug),
    uniqueIndex("partners_inquiry_id_key").on(table.inquiryId),
    index("partners_created_at_idx").on(table.createdAt, table.id),
    index("partners_name_idx").on(sql`lower(${table.name})`, table.id),
    check("partners_status_check", oneOf("status", PARTNER_STATUSES)),
    check("partners_tier_check", oneOf("tier", TIERS)),
    check("partners_production_access_check", oneOf("production_access", PRODUCTION_ACCESS)),
    check("partners_integration_model_check", oneOf("integration_model", INTEGRATION_MODELS)),
    check("partners_volume_check", sql`expected_monthly_action_volume >= 0`),
    check("partners_kyb_status_check", oneOf("kyb_status", KYB_STATUSES)),
    check("partners_kyb_verified_check", sql`(kyb_status = 'VERIFIED') = (kyb_verified_at is not null)`),
  ],
);

/** People who sign in to the portal; each belongs to one partner, or to none before the first key. */
export const portalUsers = pgTable(
  "portal_users",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    passwordHash: text("password_hash").notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    organizationName: text("organization_name").notNull(),
    partnerId: text("partner_id").references(() => partners.id),
    role: text("role", { enum: PARTNER_ROLES }).notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("portal_users_email_key").on(sql`lower(${table.email})`),
    index("portal_users_partner_id_idx").on(table.partnerId),
    check("portal_users_role_check", oneOf("role", PARTNER_ROLES)),
  ],
);

/** The platform's own people. */
export const admins = pgTable(
  "admins",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text("role", { enum: ADMIN_ROLES }).notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("admins_email_key").on(sql`lower(${table.email})`),
    check("admins_role_check", oneOf("role", ADMIN_ROLES)),
  ],
);

/**
 * Refresh tokens by their SHA-256. A family is one sign-in; a token used twice revokes its family, since one of the two
 * users is a thief. Each belongs to a person of a partner or to an administrator.
 */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    familyId: text("family_id").notNull(),
    userId: text("user_id").references(() => portalUsers.id, { onDelete: "cascade" }),
    adminId: text("admin_id").references(() => admins.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("refresh_tokens_family_id_idx").on(table.familyId),
    index("refresh_tokens_user_id_idx").on(table.userId),
    index("refresh_tokens_admin_id_idx").on(table.adminId),
    check("refresh_tokens_owner_check", sql`num_nonnulls(user_id, admin_id) = 1`),
  ],
);

/** Links in verification mails, by SHA-256; each works once. */
export const emailVerifications = pgTable(
  "email_verifications",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => portalUsers.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("email_verifications_user_id_idx").on(table.userId)],
);

/** Failed sign-ins of the last minutes, by account and by address. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    subject: text("subject").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("sign_in_failures_subject_at_idx").on(table.subject, table.at)],
);
