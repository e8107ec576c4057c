import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import { API_KEY_STATUSES, CLIENT_STATUSES, OWNER_TYPES, RATE_LIMIT_MAX } from "@/lib/domain/api-clients/schemas";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";

/**
 * Programs that call the directory API. `partner_id` is set where the owner is a partner of this installation; a client
 * leaves sandbox mode by promotion alone.
 */
export const apiClients = pgTable(
  "api_clients",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id").references(() => partners.id),
    name: text("name").notNull(),
    ownerType: text("owner_type", { enum: OWNER_TYPES }).notNull(),
    ownerId: text("owner_id"),
    scopes: text("scopes", { enum: API_SCOPES }).array().notNull(),
    sandboxMode: boolean("sandbox_mode").notNull().default(true),
    rateLimitPerMinute: integer("rate_limit_per_minute").notNull(),
    status: text("status", { enum: CLIENT_STATUSES }).notNull().default("active"),
    promotedAt: instant("promoted_at"),
    promotedBy: text("promoted_by"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("api_clients_created_at_idx").on(table.createdAt, table.id),
    index("api_clients_partner_id_idx").on(table.partnerId),
    check("api_clients_owner_type_check", oneOf("owner_type", OWNER_TYPES)),
    check("api_clients_status_check", oneOf("status", CLIENT_STATUSES)),
    check(
      "api_clients_rate_limit_check",
      sql.raw(`rate_limit_per_minute >= 1 and rate_limit_per_minute <= ${RATE_LIMIT_MAX}`),
    ),
    check("api_clients_promoted_check", sql`sandbox_mode = (promoted_at is null)`),
  ],
);

/** Keys of a client by the SHA-256 of their secret, which itself is nowhere. */
export const apiClientKeys = pgTable(
  "api_client_keys",
  {
    id: text("id").primaryKey(),
    apiClientId: text("api_client_id")
      .notNull()
      .references(() => apiClients.id),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull(),
    keyPreview: text("key_preview").notNull(),
    status: text("status", { enum: API_KEY_STATUSES }).notNull().default("active"),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("api_client_keys_key_hash_key").on(table.keyHash),
    index("api_client_keys_api_client_id_idx").on(table.apiClientId, table.createdAt),
    check("api_client_keys_status_check", oneOf("status", API_KEY_STATUSES)),
    check("api_client_keys_revoked_check", sql`(status = 'revoked') = (revoked_at is not null)`),
  ],
);
