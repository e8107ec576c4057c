import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "@/db/schema/columns";

/** Outgoing mail, written in the transaction of what it tells of. Without SMTP it stays here, for admins to read. */
export const mails = pgTable(
  "mails",
  {
    id: text("id").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
    attemptsMade: integer("attempts_made").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
  },
  (table) => [index("mails_waiting_idx").on(table.nextAttemptAt).where(sql`sent_at is null`)],
);
