import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { admins } from "@/db/schema/partners";
import { SESSION_ORIGINS } from "@/lib/domain/admins/schemas";

/**
 * Sign-ins of administrators, by the API or by the sign-in page. The id is the family of the sign-in's refresh tokens;
 * every access token names it, and none is accepted once it has ended.
 */
export const adminSessions = pgTable(
  "admin_sessions",
  {
    id: text("id").primaryKey(),
    adminId: text("admin_id")
      .notNull()
      .references(() => admins.id, { onDelete: "cascade" }),
    origin: text("origin", { enum: SESSION_ORIGINS }).notNull(),
    address: text("address").notNull(),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("admin_sessions_admin_id_idx").on(table.adminId).where(sql`ended_at is null`),
    check("admin_sessions_origin_check", oneOf("origin", SESSION_ORIGINS)),
  ],
);

/**
 * The second factor of an administrator, encrypted; asked for once confirmed. No code of `last_used_step` or of an
 * earlier one is accepted again.
 */
export const adminTotp = pgTable("admin_totp", {
  adminId: text("admin_id")
    .primaryKey()
    .references(() => admins.id, { onDelete: "cascade" }),
  secretEncrypted: text("secret_encrypted").notNull(),
  createdAt: instant("created_at").notNull(),
  confirmedAt: instant("confirmed_at"),
  lastUsedStep: integer("last_used_step"),
});

/** What stands in for a lost authenticator, by SHA-256; each works once. */
export const adminRecoveryCodes = pgTable(
  "admin_recovery_codes",
  {
    adminId: text("admin_id")
      .notNull()
      .references(() => admins.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [primaryKey({ columns: [table.adminId, table.codeHash] })],
);
