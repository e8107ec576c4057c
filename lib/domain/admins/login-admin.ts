import { requirePassword, throttledAccount } from "@/lib/domain/accounts/require-password";
import { forgetSignInFailures } from "@/lib/domain/accounts/sign-in-throttle";
import { issueAdminTokens } from "@/lib/domain/admins/issue-admin-tokens";
import { type AdminRow, findAdminByEmail } from "@/lib/domain/admins/load-admin";
import { presentAdmin } from "@/lib/domain/admins/present-admin";
import type { AdminLogin, AdminLoginResult } from "@/lib/domain/admins/schemas";
import { requireSecondFactor } from "@/lib/domain/admins/second-factor";
import { openAdminSession } from "@/lib/domain/admins/session";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/**
 * Lets an administrator in whose password was right. Fails with `account_disabled`, or where a second factor is enrolled
 * with `totp_required`, `invalid_credentials` or `rate_limit_exceeded`.
 */
export async function admitAdmin(ctx: Ctx, admin: AdminRow, totp: string | undefined): Promise<void> {
  if (admin.disabledAt) fail("account_disabled");
  await requireSecondFactor(ctx, admin, totp);
  await forgetSignInFailures(ctx, throttledAccount(admin.email));
}

/**
 * Signs an administrator in, throttled as the partners' sign-in is. Fails with `invalid_credentials`, `totp_required`,
 * `account_disabled` or `rate_limit_exceeded`.
 */
export async function loginAdmin(ctx: Ctx, input: AdminLogin): Promise<AdminLoginResult> {
  const { totp, ...login } = input;
  const find = async () => [await findAdminByEmail(ctx.db, input.email)];
  const admin = await requirePassword(ctx, { login, find });
  await admitAdmin(ctx, admin, totp);
  const tokens = await inTransaction(ctx, async (ctx) =>
    issueAdminTokens(ctx, admin, await openAdminSession(ctx, admin.id, "API")),
  );
  return { ...tokens, tokenType: "Bearer", admin: presentAdmin(admin) };
}
