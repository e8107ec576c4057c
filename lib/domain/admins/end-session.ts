import { and, eq } from "drizzle-orm";
import { adminSessions } from "@/db/schema/admin-access";
import { revokeFamily } from "@/lib/domain/accounts/refresh-family";
import { openSessions } from "@/lib/domain/admins/session";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type Ctx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** Ends a session; no request that starts afterwards is served by it. Whether there was such an open one. */
export function closeSession(ctx: Ctx, named: { adminId: string; sessionId: string }): Promise<boolean> {
  const { adminId, sessionId } = named;
  return inTransaction(ctx, async (ctx) => {
    const mine = and(eq(adminSessions.id, sessionId), eq(adminSessions.adminId, adminId));
    const ended = await ctx.db
      .update(adminSessions)
      .set({ endedAt: ctx.now })
      .where(and(mine, openSessions(ctx.db, ctx.now)))
      .returning({ id: adminSessions.id });
    if (ended.length === 0) return false;
    await revokeFamily(ctx, sessionId);
    await recordAudit(ctx, {
      action: "admin.session_ended",
      targetType: "admin_session",
      targetId: sessionId,
      partnerId: null,
      environment: null,
    });
    return true;
  });
}

/** Ends one of the signed-in administrator's sessions. Fails with `session_not_found`. */
export async function endSession(ctx: AdminCtx, input: { sessionId: string }): Promise<void> {
  if (!(await closeSession(ctx, { adminId: ctx.actor.adminId, ...input }))) fail("session_not_found");
}
