import { findUserByEmail, type UserRow } from "@/lib/domain/accounts/load-user";
import type { Login, LoginResult } from "@/lib/domain/accounts/schemas";
import { openSession, requireOpenAccount } from "@/lib/domain/accounts/session";
import { forgetSignInFailures, recordSignInFailure, requireFewFailures } from "@/lib/domain/accounts/sign-in-throttle";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { sha256Hex, UNKNOWN_PASSWORD_HASH, verifyPassword } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

/** Counted per account, known or not, and per address. The hash keeps typed addresses out of the table. */
function throttled(ctx: Ctx, email: string): [account: string, address: string] {
  const address = "address" in ctx.actor ? ctx.actor.address : "none";
  return [`account:${sha256Hex(email.trim().toLowerCase())}`, `address:${address}`];
}

/**
 * The user whose password this is. An unknown address costs and answers as a wrong password does. Fails with
 * `invalid_credentials`, `account_disabled`, `forbidden` (address not verified) or `rate_limit_exceeded`.
 */
export async function verifyLogin(ctx: Ctx, input: Login): Promise<UserRow> {
  const subjects = throttled(ctx, input.email);
  await requireFewFailures(ctx, subjects);
  const user = await findUserByEmail(ctx.db, input.email);
  const matches = await verifyPassword(input.password, user?.passwordHash ?? UNKNOWN_PASSWORD_HASH);
  if (!user || !matches) {
    await recordSignInFailure(ctx, subjects);
    fail("invalid_credentials");
  }
  await requireOpenAccount(ctx, user);
  if (env().requireEmailVerification && !user.emailVerifiedAt) {
    fail("forbidden", { message: "Confirm your e-mail address first: the link is in the mail we sent you." });
  }
  await forgetSignInFailures(ctx, subjects[0]);
  return user;
}

export async function login(ctx: Ctx, input: Login): Promise<LoginResult> {
  return openSession(ctx, await verifyLogin(ctx, input));
}
