import { eq } from "drizzle-orm";
import { adminRecoveryCodes, adminTotp } from "@/db/schema/admin-access";
import { requirePassword } from "@/lib/domain/accounts/require-password";
import { findAdmin } from "@/lib/domain/admins/load-admin";
import type { RemoveTotp } from "@/lib/domain/admins/schemas";
import { findTotp, requireCode } from "@/lib/domain/admins/second-factor";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** Takes an administrator's second factor away, with its recovery codes; whether there was one. */
export async function forgetTotp(ctx: InTx<Ctx>, adminId: string): Promise<boolean> {
  await ctx.db.delete(adminRecoveryCodes).where(eq(adminRecoveryCodes.adminId, adminId));
  const [gone] = await ctx.db
    .delete(adminTotp)
    .where(eq(adminTotp.adminId, adminId))
    .returning({ confirmedAt: adminTotp.confirmedAt });
  return Boolean(gone?.confirmedAt);
}

/**
 * Removes the signed-in administrator's second factor, for a code of it or for the password. Fails with
 * `invalid_state_transition`, `invalid_credentials` or `rate_limit_exceeded`.
 */
export async function removeTotp(ctx: AdminCtx, input: RemoveTotp): Promise<void> {
  const { adminId } = ctx.actor;
  const admin = (await findAdmin(ctx.db, adminId)) ?? fail("invalid_token");
  const row = await findTotp(ctx, adminId);
  if (!row) fail("invalid_state_transition", { message: "No second factor is active." });
  if (input.code !== undefined) await requireCode(ctx, admin, row, input.code);
  else {
    const login = { email: admin.email, password: input.password ?? "" };
    await requirePassword(ctx, { login, find: async () => [admin] });
  }
  await inTransaction(ctx, async (ctx) => {
    if (!(await forgetTotp(ctx, adminId))) return;
    await recordAudit(ctx, {
      action: "admin.totp_removed",
      targetType: "admin",
      targetId: adminId,
      partnerId: null,
      environment: null,
    });
  });
}
