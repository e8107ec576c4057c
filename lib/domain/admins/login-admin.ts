import { requirePassword, throttledAccount } from "@/lib/domain/accounts/require-password";
import type { Login } from "@/lib/domain/accounts/schemas";
import { forgetSignInFailures } from "@/lib/domain/accounts/sign-in-throttle";
import { issueAdminTokens } from "@/lib/domain/admins/issue-admin-tokens";
import { type AdminRow, findAdminByEmail } from "@/lib/domain/admins/load-admin";
import { presentAdmin } from "@/lib/domain/admins/present-admin";
import type { AdminLoginResult } from "@/lib/domain/admins/schemas";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** Lets an administrator in whose password was right. Fails with `account_disabled`. */
export async function admitAdmin(ctx: Ctx, admin: AdminRow): Promise<void> {
  if (admin.disabledAt) fail("account_disabled");
  await forgetSignInFailures(ctx, throttledAccount(admin.email));
}

/**
 * Signs an administrator in, throttled as the partners' sign-in is. Fails with `invalid_credentials`,
 * `account_disabled` or `rate_limit_exceeded`.
 */
export async function loginAdmin(ctx: Ctx, input: Login): Promise<AdminLoginResult> {
  const find = async () => [await findAdminByEmail(ctx.db, input.email)];
  const admin = await requirePassword(ctx, { login: input, find });
  await admitAdmin(ctx, admin);
  const tokens = await issueAdminTokens(ctx, admin);
  return { ...tokens, tokenType: "Bearer", admin: presentAdmin(admin) };
}
