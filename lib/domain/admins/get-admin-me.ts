import { findAdmin } from "@/lib/domain/admins/load-admin";
import { presentAdmin } from "@/lib/domain/admins/present-admin";
import type { AdminMe } from "@/lib/domain/admins/schemas";
import { countRecoveryCodes, findTotp } from "@/lib/domain/admins/second-factor";
import type { AdminCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

/** The signed-in administrator, and how the account is secured. */
export async function getAdminMe(ctx: AdminCtx): Promise<AdminMe> {
  const { adminId } = ctx.actor;
  const [admin, totp, recoveryCodesLeft] = await Promise.all([
    findAdmin(ctx.db, adminId),
    findTotp(ctx, adminId),
    countRecoveryCodes(ctx, adminId),
  ]);
  if (!admin) fail("invalid_token");
  const secondFactor = { active: totp !== null, required: env().adminTotpRequired, recoveryCodesLeft };
  return { admin: presentAdmin(admin), secondFactor };
}
