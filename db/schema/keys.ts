import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, oneOf } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import { KEY_TYPES } from "@/lib/domain/keys/schemas";
import { SCOPES } from "@/lib/domain/keys/scopes";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

/** Key pairs. The secret key is kept as SHA-256, the HMAC secret encrypted; neither can be read back. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id")
      .notNull()
      .references(() => partners.id),
    environment: environmentColumn().notNull(),
    name: text("name").notNull(),
    keyType: text("key_type", { enum: KEY_TYPES }).notNull(),
    publicKey: text("public_key").notNull(),
    secretKeyHash: text("secret_key_hash"),
    secretKeyLast4: text("secret_key_last4"),
    hmacSecretEncrypted: text("hmac_secret_encrypted"),
    legacyHmac: boolean("legacy_hmac").notNull().default(false),
    scopes: text("scopes", { enum: SCOPES }).array().notNull(),
    ipAllowlist: text("ip_allowlist").array().notNull().default(sql`'{}'`),
    isActive: boolean("is_active").notNull().default(true),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    rotatedFromKeyId: text("rotated_from_key_id"),
    rotatedToKeyId: text("rotated_to_key_id"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("api_keys_public_key_key").on(table.publicKey),
    uniqueIndex("api_keys_secret_key_hash_key").on(table.secretKeyHash),
    index("api_keys_partner_id_idx").on(table.partnerId, table.environment),
    index("api_keys_expires_at_idx").on(table.expiresAt).where(sql`is_active and expires_at is not null`),
    check("api_keys_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("api_keys_key_type_check", oneOf("key_type", KEY_TYPES)),
    check("api_keys_revoked_inactive_check", sql`${table.revokedAt} is null or not ${table.isActive}`),
  ],
);

/** Signatures of writes already served, so that a captured request changes nothing twice (contract 3.3). */
export const replayClaims = pgTable(
  "replay_claims",
  {
    apiKeyId: text("api_key_id").notNull(),
    signature: text("signature").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.apiKeyId, table.signature] }),
    index("replay_claims_expires_at_idx").on(table.expiresAt),
  ],
);

/**
 * Which notices of a key's end are done: 30, 7 and 1 days before, and 0 once it has expired. An expiry that is moved gets
 * notices of its own; the key makes each happen once.
 */
export const apiKeyNotices = pgTable(
  "api_key_notices",
  {
    apiKeyId: text("api_key_id")
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    days: integer("days").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.apiKeyId, table.expiresAt, table.days] })],
);
