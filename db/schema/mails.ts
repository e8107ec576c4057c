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
    /** The plain text; `html` says the same. Mails from before there were two forms have none. */
    body: text("body").notNull(),
    html: text("html"),
    createdAt: instant("created_at").notNull(),
    attemptsMade: integer("attempts_made").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
  },
  (table) => [
    index("mails_waiting_idx").on(table.nextAttemptAt).where(sql`sent_at is null`),
    index("mails_sent_at_idx").on(table.sentAt),
    index("mails_created_at_idx").on(table.createdAt, table.id),
  ],
);
