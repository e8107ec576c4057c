import { and, eq, isNull } from "drizzle-orm";
import { refreshTokens } from "@/db/schema/partners";
import { findUser } from "@/lib/domain/accounts/load-user";
import type { RefreshToken, TokenPair } from "@/lib/domain/accounts/schemas";
import { issueTokens, requireOpenAccount, revokeFamily } from "@/lib/domain/accounts/session";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";

/**
 * Exchanges a refresh token for a new pair, once. A token that was used before revokes its whole family. Fails with
 * `invalid_token`, `token_expired` or `account_disabled`.
 */
export async function refresh(ctx: Ctx, input: RefreshToken): Promise<TokenPair> {
  const tokenHash = sha256Hex(input.refreshToken);
  const [used] = await ctx.db
    .update(refreshTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt), isNull(refreshTokens.revokedAt)))
    .returning();
  if (!used) {
    const [known] = await ctx.db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash));
    if (known) await revokeFamily(ctx, known.familyId);
    fail("invalid_token");
  }
  if (used.expiresAt <= ctx.now) fail("token_expired");
  const user = await findUser(ctx.db, used.userId);
  if (!user) fail("invalid_token");
  await requireOpenAccount(ctx, user);
  return issueTokens(ctx, user, used.familyId);
}
