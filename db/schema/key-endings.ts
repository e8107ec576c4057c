import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "@/db/schema/columns";
import { apiKeys } from "@/db/schema/keys";

/**
 * Rotated pairs that are to be revoked once no call was served on them for so many hours. A row stands as long as the end
 * is still to come.
 */
export const keyEndings = pgTable(
  "key_endings",
  {
    apiKeyId: text("api_key_id")
      .primaryKey()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    quietHours: integer("quiet_hours").notNull(),
    scheduledAt: instant("scheduled_at").notNull(),
    scheduledBy: text("scheduled_by").notNull(),
    reason: text("reason").notNull(),
  },
  () => [check("key_endings_quiet_hours_check", sql`quiet_hours between 1 and 168`)],
);
