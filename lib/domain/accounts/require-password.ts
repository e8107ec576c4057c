import { and, eq } from "drizzle-orm";
import { admins, portalUsers } from "@/db/schema/partners";
import type { Login } from "@/lib/domain/accounts/schemas";
import { beginSignIn, takeBackSignIn } from "@/lib/domain/accounts/sign-in-throttle";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { hashPassword, isOutdated, verifyPassword } from "@/lib/platform/passwords";

/** The account as the throttle counts it, known or not. The hash keeps typed addresses out of the table. */
export function throttledAccount(email: string): string {
  return `account:${sha256Hex(email.trim().toLowerCase())}`;
}

/** What a failed sign-in counts against: the account, and the address it came from. */
export function throttleOf(ctx: Ctx, email: string): string[] {
  const address = "address" in ctx.actor ? ctx.actor.address : "none";
  return [throttledAccount(email), `address:${address}`];
}

type Account = { id: string; passwordHash: string };

/** Makes a hash anew while its password is at hand. An id is of one person, whether of a partner or an administrator. */
async function renewHash(ctx: Ctx, { id, passwordHash }: Account, password: string): Promise<void> {
  const renewed = { passwordHash: await hashPassword(password) };
  for (const table of [portalUsers, admins]) {
    await ctx.db
      .update(table)
      .set(renewed)
      .where(and(eq(table.id, id), eq(table.passwordHash, passwordHash)));
  }
}

/**
 * The first of the candidates whose password this is. An address without an account costs and answers as a wrong
 * password does: a missing candidate is tried too. Fails with `invalid_credentials` or `rate_limit_exceeded`.
 */
export async function requirePassword<A extends Account>(
  ctx: Ctx,
  attempt: { login: Login; find: () => Promise<readonly (A | null)[]> },
): Promise<A> {
  const { login, find } = attempt;
  const attempted = await beginSignIn(ctx, throttleOf(ctx, login.email));
  const candidates = await find();
  const matches = await Promise.all(
    candidates.map((each) => verifyPassword(login.password, each?.passwordHash ?? null)),
  );
  const account = candidates.find((each, index) => each !== null && matches[index]);
  if (!account) fail("invalid_credentials");
  await takeBackSignIn(ctx, attempted);
  if (isOutdated(account.passwordHash)) await renewHash(ctx, account, login.password);
  return account;
}
