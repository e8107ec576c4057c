import { and, asc, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { portalUsers } from "@/db/schema/partners";
import type { UserRow } from "@/lib/domain/accounts/load-user";
import { requireTeam } from "@/lib/domain/accounts/team/require-owner";
import type { Team, TeamMember } from "@/lib/domain/accounts/team/schemas";
import type { UserCtx } from "@/lib/domain/context";
import { isOpen, ofTeam } from "@/lib/domain/invitations/add-invitation";
import { presentInvitation } from "@/lib/domain/invitations/present-invitation";

export function presentMember(user: UserRow): TeamMember {
  const { id, email, firstName, lastName, role, disabledAt, createdAt } = user;
  const times = { disabledAt: disabledAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
  return { id, email, firstName, lastName, role, ...times };
}

/** The partner's people, and whom it has invited. */
export async function listTeam(ctx: UserCtx): Promise<Team> {
  const { id: partnerId } = requireTeam(ctx);
  const [members, invited] = await Promise.all([
    ctx.db
      .select()
      .from(portalUsers)
      .where(eq(portalUsers.partnerId, partnerId))
      .orderBy(asc(portalUsers.createdAt), asc(portalUsers.id)),
    ctx.db
      .select()
      .from(invitations)
      .where(and(ofTeam(partnerId), isOpen))
      .orderBy(asc(invitations.createdAt), asc(invitations.id)),
  ]);
  return { members: members.map(presentMember), invitations: invited.map((row) => presentInvitation(row, ctx.now)) };
}
