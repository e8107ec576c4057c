import { findUserByEmail, type UserRow } from "@/lib/domain/accounts/load-user";
import { requirePassword, throttledAccount } from "@/lib/domain/accounts/require-password";
import type { Login, LoginResult } from "@/lib/domain/accounts/schemas";
import { openSession, requireOpenAccount } from "@/lib/domain/accounts/session";
import { forgetSignInFailures } from "@/lib/domain/accounts/sign-in-throttle";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

/** Lets somebody in whose password was right. Fails with `account_disabled` or `forbidden`. */
export async function admitUser(ctx: Ctx, user: UserRow): Promise<void> {
  await requireOpenAccount(ctx, user);
  if (env().requireEmailVerification && !user.emailVerifiedAt) {
    fail("forbidden", { message: "Confirm your e-mail address first: the link is in the mail we sent you." });
  }
  await forgetSignInFailures(ctx, throttledAccount(user.email));
}

/**
 * The user whose password this is. An unknown address costs and answers as a wrong password does. Fails with
 * `invalid_credentials`, `account_disabled`, `forbidden` (address not verified) or `rate_limit_exceeded`.
 */
export async function verifyLogin(ctx: Ctx, input: Login): Promise<UserRow> {
  const find = async () => [await findUserByEmail(ctx.db, input.email)];
  const user = await requirePassword(ctx, { login: input, find });
  await admitUser(ctx, user);
  return user;
}

export async function login(ctx: Ctx, input: Login): Promise<LoginResult> {
  return openSession(ctx, await verifyLogin(ctx, input));
}
