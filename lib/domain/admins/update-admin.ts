import { and, asc, eq, isNull } from "drizzle-orm";
import { admins } from "@/db/schema/partners";
import { readMembers } from "@/lib/domain/admins/list-team";
import type { AdminRow } from "@/lib/domain/admins/load-admin";
import { forgetTotp } from "@/lib/domain/admins/remove-totp";
import type { AdminMember, PatchAdmin } from "@/lib/domain/admins/schemas";
import { endSessionsOf } from "@/lib/domain/admins/session";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** Changes of superadmins wait for one another here: of two who take each other's role away one is too late. */
async function holdSuperadmins(ctx: InTx<AdminCtx>): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: admins.id })
    .from(admins)
    .where(and(eq(admins.role, "SUPERADMIN"), isNull(admins.disabledAt)))
    .orderBy(asc(admins.id))
    .for("update");
  return rows.map(({ id }) => id);
}

type Change = Pick<AdminRow, "role" | "disabledAt">;

async function applyChange(ctx: InTx<AdminCtx>, admin: AdminRow, after: Change, reason: string): Promise<void> {
  const before = { role: admin.role, disabled: admin.disabledAt !== null };
  const wanted = { role: after.role, disabled: after.disabledAt !== null };
  if (before.role === wanted.role && before.disabled === wanted.disabled) return;
  await ctx.db.update(admins).set(after).where(eq(admins.id, admin.id));
  if (wanted.disabled) await endSessionsOf(ctx, admin.id);
  await recordAudit(ctx, {
    action: "admin.updated",
    targetType: "admin",
    targetId: admin.id,
    partnerId: null,
    environment: null,
    before,
    after: wanted,
    reason,
  });
}

async function resetTotp(ctx: InTx<AdminCtx>, adminId: string, reason: string): Promise<void> {
  if (!(await forgetTotp(ctx, adminId))) return;
  await recordAudit(ctx, {
    action: "admin.totp_reset",
    targetType: "admin",
    targetId: adminId,
    partnerId: null,
    environment: null,
    reason,
  });
}

/**
 * Changes another administrator: the role, whether the account is open, or takes the second factor away. A closed account
 * is signed out everywhere at once. Fails with `member_not_found`, `forbidden` for oneself, and
 * `invalid_state_transition` when no superadmin would be left.
 */
export function updateAdmin(ctx: AdminCtx, input: PatchAdmin & { adminId: string }): Promise<AdminMember> {
  const { adminId, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const superadmins = await holdSuperadmins(ctx);
    const [admin] = await ctx.db.select().from(admins).where(eq(admins.id, adminId)).for("update");
    if (!admin) fail("member_not_found");
    if (adminId === ctx.actor.adminId) {
      fail("forbidden", { message: "Nobody changes the own membership: ask another superadmin." });
    }
    const { role = admin.role, disabled = admin.disabledAt !== null } = input;
    const remains = role === "SUPERADMIN" && !disabled;
    if (!remains && superadmins.every((id) => id === adminId) && superadmins.length > 0) {
      fail("invalid_state_transition", { message: "This is the last superadmin whose account is open." });
    }
    const disabledAt = disabled ? (admin.disabledAt ?? ctx.now) : null;
    await applyChange(ctx, admin, { role, disabledAt }, reason);
    if (input.resetTotp) await resetTotp(ctx, adminId, reason);
    return (await readMembers(ctx, adminId))[0]!;
  });
}
