import { and, eq, isNull } from "drizzle-orm";
import { refreshTokens } from "@/db/schema/partners";
import type { UserRow, UserSnapshot } from "@/lib/domain/accounts/load-user";
import { presentMe } from "@/lib/domain/accounts/present-user";
import type { LoginResult, TokenPair } from "@/lib/domain/accounts/schemas";
import { ACCESS_TOKEN_SECONDS, signUserToken } from "@/lib/domain/accounts/user-token";
import type { Ctx } from "@/lib/domain/context";
import { findPartner } from "@/lib/domain/partners/load-partner";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";

const REFRESH_TOKEN_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Adds a refresh token to a family (one sign-in) and returns both tokens. */
export async function issueTokens(
  ctx: Ctx,
  user: Pick<UserSnapshot, "id" | "partnerId" | "role">,
  familyId = newObjectId(),
): Promise<TokenPair> {
  const refreshToken = newSecretHex();
  await ctx.db.insert(refreshTokens).values({
    tokenHash: sha256Hex(refreshToken),
    familyId,
    userId: user.id,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + REFRESH_TOKEN_DAYS * DAY_MS),
  });
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

/** Ends every session that came from one sign-in. */
export async function revokeFamily(ctx: Ctx, familyId: string): Promise<void> {
  await ctx.db
    .update(refreshTokens)
    .set({ revokedAt: ctx.now })
    .where(and(eq(refreshTokens.familyId, familyId), isNull(refreshTokens.revokedAt)));
}
