import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import { ADMIN_ROLES } from "@/lib/domain/admins/schemas";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";

/**
 * Links in invitation mails, by SHA-256; each opens one account, once. To a partner's team, or without a partner to the
 * platform's. Open while neither accepted nor revoked; whether one has expired is decided when it is read.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    partnerId: text("partner_id").references(() => partners.id),
    partnerRole: text("partner_role", { enum: PARTNER_ROLES }),
    adminRole: text("admin_role", { enum: ADMIN_ROLES }),
    invitedBy: text("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex("invitations_token_hash_key").on(table.tokenHash),
    uniqueIndex("invitations_open_key")
      .on(sql`lower(${table.email})`, sql`coalesce(${table.partnerId}, '')`)
      .where(sql`accepted_at is null and revoked_at is null`),
    index("invitations_partner_id_idx").on(table.partnerId),
    check("invitations_partner_role_check", sql`partner_role is null or ${oneOf("partner_role", PARTNER_ROLES)}`),
    check("invitations_admin_role_check", sql`admin_role is null or ${oneOf("admin_role", ADMIN_ROLES)}`),
    check(
      "invitations_team_check",
      sql`(partner_id is null) = (partner_role is null) and num_nonnulls(partner_role, admin_role) = 1`,
    ),
    check("invitations_end_check", sql`num_nonnulls(accepted_at, revoked_at) <= 1`),
  ],
);
