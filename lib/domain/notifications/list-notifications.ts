import { and, count, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { notificationMarks } from "@/db/schema/notifications";
import { portalUsers } from "@/db/schema/partners";
import { events } from "@/db/schema/webhooks";
import type { UserCtx } from "@/lib/domain/context";
import {
  type MarkSeen,
  NOTIFICATION_TYPES,
  type Notification,
  type NotificationList,
} from "@/lib/domain/notifications/schemas";
import { fail } from "@/lib/errors";

const SHOWN_MAX = 30;

const ofPartner = (partnerId: string) =>
  and(eq(events.partnerId, partnerId), inArray(events.type, [...NOTIFICATION_TYPES]), eq(events.isTest, false));

/** Up to when the person has seen them: what was before the account is no news to it. */
async function seenUpTo(ctx: UserCtx): Promise<Date> {
  const [row] = await ctx.db
    .select({
      seen: sql<Date>`coalesce(${notificationMarks.seenUpTo}, ${portalUsers.createdAt})`.mapWith(portalUsers.createdAt),
    })
    .from(portalUsers)
    .leftJoin(notificationMarks, eq(notificationMarks.userId, portalUsers.id))
    .where(eq(portalUsers.id, ctx.actor.userId));
  return row?.seen ?? fail("invalid_token");
}

function presentNotification(row: typeof events.$inferSelect, seen: Date): Notification {
  const { data } = JSON.parse(row.body) as { data: Record<string, unknown> };
  const { id, type, environment, createdAt } = row;
  return { id, type, at: createdAt.toISOString(), environment, isNew: createdAt > seen, data };
}

/**
 * The partner's latest notifications, and how many the person has not seen. They are its events, which are kept for 90
 * days; nothing is written for them, so none can be missing or say otherwise.
 */
export async function listNotifications(ctx: UserCtx): Promise<NotificationList> {
  if (!ctx.partner) return { data: [], unseen: 0 };
  const mine = ofPartner(ctx.partner.id);
  const seen = await seenUpTo(ctx);
  const [rows, [unseen]] = await Promise.all([
    ctx.db.select().from(events).where(mine).orderBy(desc(events.createdAt), desc(events.position)).limit(SHOWN_MAX),
    ctx.db
      .select({ n: count() })
      .from(events)
      .where(and(mine, gt(events.createdAt, seen))),
  ]);
  return { data: rows.map((row) => presentNotification(row, seen)), unseen: unseen!.n };
}

/** Remembers how far the person has read; never goes back, nor ahead of the clock. */
export async function markNotificationsSeen(ctx: UserCtx, input: MarkSeen): Promise<void> {
  const seen = new Date(Math.min(input.upTo.getTime(), ctx.now.getTime()));
  await ctx.db
    .insert(notificationMarks)
    .values({ userId: ctx.actor.userId, seenUpTo: seen })
    .onConflictDoUpdate({
      target: notificationMarks.userId,
      set: { seenUpTo: sql`greatest(${notificationMarks.seenUpTo}, excluded.seen_up_to)` },
    });
}
