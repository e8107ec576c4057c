import { and, eq, gt, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import { adminSessions, adminTotp } from "@/db/schema/admin-access";
import { admins, refreshTokens } from "@/db/schema/partners";
import { revokeFamiliesOf } from "@/lib/domain/accounts/refresh-family";
import type { AdminRow } from "@/lib/domain/admins/load-admin";
import type { SessionOrigin } from "@/lib/domain/admins/schemas";
import type { Ctx, Db, InTx } from "@/lib/domain/context";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/shared/duration";
import { newObjectId } from "@/lib/platform/ids";

/** As long as a refresh token lives: a session that nobody used for this long is over. */
const UNUSED_MS = 30 * DAY_MS;
/** How exactly the last use is kept, so that not every call writes. */
const TOUCH_EVERY_MS = MINUTE_MS;
const USER_AGENT_MAX = 200;

/** Open sessions: neither ended nor forgotten, and with no refresh token that was taken back. */
export function openSessions(db: Db, now: Date) {
  const takenBack = db
    .select({ one: sql`1` })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.familyId, adminSessions.id), isNotNull(refreshTokens.revokedAt)));
  return and(
    isNull(adminSessions.endedAt),
    gt(adminSessions.lastUsedAt, new Date(now.getTime() - UNUSED_MS)),
    notExists(takenBack),
  );
}

/** Begins a session of somebody who proved to be this administrator; returns its id. */
export async function openAdminSession(ctx: Ctx, adminId: string, origin: SessionOrigin): Promise<string> {
  const id = newObjectId();
  const { actor, now } = ctx;
  const address = "address" in actor ? actor.address : "none";
  const userAgent = actor.type === "anonymous" ? (actor.userAgent?.slice(0, USER_AGENT_MAX) ?? null) : null;
  await ctx.db
    .insert(adminSessions)
    .values({ id, adminId, origin, address, userAgent, createdAt: now, lastUsedAt: now });
  return id;
}

export type SignedInAdmin = { admin: AdminRow; hasSecondFactor: boolean };

/**
 * The administrator of an open session. Read each time: there are few of them, and neither a closed account nor a session
 * that was ended must linger.
 */
export async function findSignedInAdmin(
  ctx: Pick<Ctx, "db" | "now">,
  named: { adminId: string; sessionId: string },
): Promise<SignedInAdmin | null> {
  const { db, now } = ctx;
  const [row] = await db
    .select({ admin: admins, lastUsedAt: adminSessions.lastUsedAt, confirmedAt: adminTotp.confirmedAt })
    .from(adminSessions)
    .innerJoin(admins, eq(admins.id, adminSessions.adminId))
    .leftJoin(adminTotp, eq(adminTotp.adminId, admins.id))
    .where(and(eq(adminSessions.id, named.sessionId), eq(adminSessions.adminId, named.adminId), openSessions(db, now)));
  if (!row) return null;
  const stale = new Date(now.getTime() - TOUCH_EVERY_MS);
  if (row.lastUsedAt < stale) {
    const mine = and(eq(adminSessions.id, named.sessionId), lt(adminSessions.lastUsedAt, stale));
    await db.update(adminSessions).set({ lastUsedAt: now }).where(mine);
  }
  return { admin: row.admin, hasSecondFactor: row.confirmedAt !== null };
}

/** Ends every session of an administrator, at once. */
export async function endSessionsOf(ctx: InTx<Ctx>, adminId: string): Promise<void> {
  await ctx.db
    .update(adminSessions)
    .set({ endedAt: ctx.now })
    .where(and(eq(adminSessions.adminId, adminId), isNull(adminSessions.endedAt)));
  await revokeFamiliesOf(ctx, { adminId });
}
