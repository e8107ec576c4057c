import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { refreshTokens } from "@/db/schema/partners";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";

const REFRESH_TOKEN_DAYS = 30;

/** Whose sign-in a family is. */
export type Owner = { userId: string } | { adminId: string };
/** A refresh token as it was presented: which kind of person it is said to be of. */
export type PresentedToken = { kind: "user" | "admin"; refreshToken: string };

const OWNER = { user: refreshTokens.userId, admin: refreshTokens.adminId };

/** A token of the other kind of person is as good as none. */
function rowOf({ kind, refreshToken }: PresentedToken) {
  return and(eq(refreshTokens.tokenHash, sha256Hex(refreshToken)), isNotNull(OWNER[kind]));
}

/** Adds a refresh token to a family (one sign-in), a new one unless named. */
export async function addRefreshToken(ctx: Ctx, owner: Owner, familyId = newObjectId()): Promise<string> {
  const refreshToken = newSecretHex();
  await ctx.db.insert(refreshTokens).values({
    ...owner,
    tokenHash: sha256Hex(refreshToken),
    familyId,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + REFRESH_TOKEN_DAYS * DAY_MS),
  });
  return refreshToken;
}

/** Ends one sign-in. */
export async function revokeFamily(ctx: Ctx, familyId: string): Promise<void> {
  await ctx.db
    .update(refreshTokens)
    .set({ revokedAt: ctx.now })
    .where(and(eq(refreshTokens.familyId, familyId), isNull(refreshTokens.revokedAt)));
}

/** Ends every sign-in of a person. */
export async function revokeFamiliesOf(ctx: Ctx, owner: Owner): Promise<void> {
  const own = "userId" in owner ? eq(OWNER.user, owner.userId) : eq(OWNER.admin, owner.adminId);
  await ctx.db
    .update(refreshTokens)
    .set({ revokedAt: ctx.now })
    .where(and(own, isNull(refreshTokens.revokedAt)));
}

/** Ends every session that came from the token's sign-in. An unknown token is answered like a known one. */
export async function endFamily(ctx: Ctx, token: PresentedToken): Promise<void> {
  const [known] = await ctx.db.select({ familyId: refreshTokens.familyId }).from(refreshTokens).where(rowOf(token));
  if (known) await revokeFamily(ctx, known.familyId);
}

export type Redeemed = { ownerId: string; familyId: string };

/**
 * Uses a refresh token up, once, and issues what follows in the same transaction: whoever presents the token at the same
 * time waits, and then revokes what was just issued too. One that was used before revokes its whole family, since one of
 * the two users is a thief. Fails with `invalid_token` or `token_expired`.
 */
export async function redeemRefreshToken<R>(
  ctx: Ctx,
  token: PresentedToken,
  issue: (ctx: InTx<Ctx>, redeemed: Redeemed) => Promise<R>,
): Promise<R> {
  const issued = await inTransaction(ctx, async (ctx) => {
    const [used] = await ctx.db
      .update(refreshTokens)
      .set({ usedAt: ctx.now })
      .where(and(rowOf(token), isNull(refreshTokens.usedAt), isNull(refreshTokens.revokedAt)))
      .returning({ ownerId: OWNER[token.kind], familyId: refreshTokens.familyId, expiresAt: refreshTokens.expiresAt });
    if (!used?.ownerId) return null;
    if (used.expiresAt <= ctx.now) fail("token_expired");
    return { result: await issue(ctx, { ownerId: used.ownerId, familyId: used.familyId }) };
  });
  if (issued) return issued.result;
  await endFamily(ctx, token);
  fail("invalid_token");
}
