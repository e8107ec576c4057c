import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "@/db/schema/columns";
import { portalUsers } from "@/db/schema/partners";

/** How far a person has read the partner's notifications, which are its events and nothing of their own. */
export const notificationMarks = pgTable("notification_marks", {
  userId: text("user_id")
    .primaryKey()
    .references(() => portalUsers.id, { onDelete: "cascade" }),
  seenUpTo: instant("seen_up_to").notNull(),
});
