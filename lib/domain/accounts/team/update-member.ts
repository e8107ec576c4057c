import { and, asc, eq, isNull } from "drizzle-orm";
import { portalUsers } from "@/db/schema/partners";
import type { UserRow } from "@/lib/domain/accounts/load-user";
import { revokeFamiliesOf } from "@/lib/domain/accounts/refresh-family";
import { presentMember } from "@/lib/domain/accounts/team/list-team";
import { requireOwner } from "@/lib/domain/accounts/team/require-owner";
import type { PatchMember, TeamMember } from "@/lib/domain/accounts/team/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";

/** Changes of owners wait for one another here: of two who take each other's role away one is too late. */
async function holdOwners(ctx: InTx<UserCtx>, partnerId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: portalUsers.id })
    .from(portalUsers)
    .where(and(eq(portalUsers.partnerId, partnerId), eq(portalUsers.role, "OWNER"), isNull(portalUsers.disabledAt)))
    .orderBy(asc(portalUsers.id))
    .for("update");
  return rows.map(({ id }) => id);
}

type Change = Pick<UserRow, "role" | "disabledAt">;

async function applyChange(ctx: InTx<UserCtx>, member: UserRow, change: Change): Promise<UserRow> {
  const before = { role: member.role, disabled: member.disabledAt !== null };
  const after = { role: change.role, disabled: change.disabledAt !== null };
  if (before.role === after.role && before.disabled === after.disabled) return member;
  const [changed] = await ctx.db
    .update(portalUsers)
    .set({ ...change, updatedAt: ctx.now })
    .where(eq(portalUsers.id, member.id))
    .returning();
  if (after.disabled) await revokeFamiliesOf(ctx, { userId: member.id });
  await recordAudit(ctx, {
    action: "portal_user.updated",
    targetType: "portal_user",
    targetId: member.id,
    partnerId: member.partnerId,
    environment: null,
    before,
    after,
  });
  return changed!;
}

/**
 * Changes the role of somebody of the team, or closes and opens the account. When it returns, no process serves the
 * person by what was before. Fails with `member_not_found`, or `invalid_state_transition` when no owner would be left.
 */
export async function updateMember(ctx: UserCtx, input: PatchMember & { userId: string }): Promise<TeamMember> {
  const { id: partnerId } = requireOwner(ctx);
  const { userId } = input;
  const member = await inTransaction(ctx, async (ctx) => {
    const owners = await holdOwners(ctx, partnerId);
    // Since the token was read, another owner may have taken the caller's role away.
    if (!owners.includes(ctx.actor.userId))
      fail("forbidden", { message: "Only owners decide who belongs to the team." });
    const named = and(eq(portalUsers.id, userId), eq(portalUsers.partnerId, partnerId));
    const [row] = await ctx.db.select().from(portalUsers).where(named).for("update");
    if (!row) fail("member_not_found");
    const { role = row.role, disabled = row.disabledAt !== null } = input;
    const remains = role === "OWNER" && !disabled;
    if (!remains && owners.every((id) => id === userId)) {
      fail("invalid_state_transition", { message: "This is the last owner whose account is open." });
    }
    return applyChange(ctx, row, { role, disabledAt: disabled ? (row.disabledAt ?? ctx.now) : null });
  });
  changeListener().emit(`user:${userId}`);
  await changeListener().settle();
  return presentMember(member);
}
