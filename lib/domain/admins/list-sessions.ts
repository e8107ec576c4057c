import { and, desc, eq } from "drizzle-orm";
import { adminSessions } from "@/db/schema/admin-access";
import type { AdminSessionList } from "@/lib/domain/admins/schemas";
import { openSessions } from "@/lib/domain/admins/session";
import type { AdminCtx } from "@/lib/domain/context";

/** Where the signed-in administrator is signed in, latest use first. */
export async function listSessions(ctx: AdminCtx): Promise<AdminSessionList> {
  const { adminId, sessionId } = ctx.actor;
  const rows = await ctx.db
    .select()
    .from(adminSessions)
    .where(and(eq(adminSessions.adminId, adminId), openSessions(ctx.db, ctx.now)))
    .orderBy(desc(adminSessions.lastUsedAt), desc(adminSessions.id));
  const data = rows.map(({ id, origin, address, userAgent, createdAt, lastUsedAt }) => ({
    ...{ id, origin, address, userAgent },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    isCurrent: id === sessionId,
  }));
  return { data };
}
