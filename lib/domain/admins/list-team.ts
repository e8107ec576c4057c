import { and, asc, eq, isNotNull, max, sql } from "drizzle-orm";
import { adminSessions, adminTotp } from "@/db/schema/admin-access";
import { invitations } from "@/db/schema/invitations";
import { admins } from "@/db/schema/partners";
import type { AdminMember, AdminTeam } from "@/lib/domain/admins/schemas";
import type { Ctx } from "@/lib/domain/context";
import { isOpen, ofTeam } from "@/lib/domain/invitations/add-invitation";
import { presentAdminInvitation } from "@/lib/domain/invitations/present-invitation";

/** The platform's people, all of them or one. */
export async function readMembers(ctx: Ctx, adminId?: string): Promise<AdminMember[]> {
  const rows = await ctx.db
    .select({
      admin: admins,
      hasSecondFactor: sql<boolean>`bool_or(${adminTotp.confirmedAt} is not null)`,
      lastUsedAt: max(adminSessions.lastUsedAt),
    })
    .from(admins)
    .leftJoin(adminTotp, and(eq(adminTotp.adminId, admins.id), isNotNull(adminTotp.confirmedAt)))
    .leftJoin(adminSessions, eq(adminSessions.adminId, admins.id))
    .where(adminId === undefined ? undefined : eq(admins.id, adminId))
    .groupBy(admins.id)
    .orderBy(asc(admins.createdAt), asc(admins.id));
  return rows.map(({ admin, hasSecondFactor, lastUsedAt }) => ({
    id: admin.id,
    email: admin.email,
    role: admin.role,
    disabledAt: admin.disabledAt?.toISOString() ?? null,
    createdAt: admin.createdAt.toISOString(),
    hasSecondFactor,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** The platform's team, and whom it has invited. */
export async function listAdminTeam(ctx: Ctx): Promise<AdminTeam> {
  const [members, invited] = await Promise.all([
    readMembers(ctx),
    ctx.db
      .select()
      .from(invitations)
      .where(and(ofTeam(null), isOpen))
      .orderBy(asc(invitations.createdAt), asc(invitations.id)),
  ]);
  return { members, invitations: invited.map((row) => presentAdminInvitation(row, ctx.now)) };
}
