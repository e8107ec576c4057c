import { ACCESS_TOKEN_SECONDS } from "@/lib/domain/accounts/access-token";
import type { UserRow, UserSnapshot } from "@/lib/domain/accounts/load-user";
import { presentMe } from "@/lib/domain/accounts/present-user";
import { addRefreshToken } from "@/lib/domain/accounts/refresh-family";
import type { LoginResult, TokenPair } from "@/lib/domain/accounts/schemas";
import { signUserToken } from "@/lib/domain/accounts/user-token";
import type { Ctx } from "@/lib/domain/context";
import { findPartner } from "@/lib/domain/partners/load-partner";
import { fail } from "@/lib/errors";

/** An access token, and a refresh token of this family: a new one, unless named. */
export async function issueTokens(
  ctx: Ctx,
  user: Pick<UserSnapshot, "id" | "partnerId" | "role">,
  familyId?: string,
): Promise<TokenPair> {
  const refreshToken = await addRefreshToken(ctx, { userId: user.id }, familyId);
  return { accessToken: await signUserToken(user, ctx.now), refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
}

/** Fails with `account_disabled` for closed accounts and for people of a terminated partner. */
export async function requireOpenAccount(
  ctx: Ctx,
  user: Pick<UserSnapshot, "disabledAt" | "partnerId">,
): Promise<void> {
  if (user.disabledAt) fail("account_disabled");
  const partner = user.partnerId ? await findPartner(ctx.db, user.partnerId) : null;
  if (partner?.status === "TERMINATED") fail("account_disabled");
}

/** Begins a session: tokens, and what the portal shows first. */
export async function openSession(ctx: Ctx, user: UserRow): Promise<LoginResult> {
  const tokens = await issueTokens(ctx, user);
  return { ...tokens, tokenType: "Bearer", ...(await presentMe(ctx.db, user, ctx.now)) };
}
