import { findUser } from "@/lib/domain/accounts/load-user";
import { redeemRefreshToken } from "@/lib/domain/accounts/refresh-family";
import type { RefreshToken, TokenPair } from "@/lib/domain/accounts/schemas";
import { issueTokens, requireOpenAccount } from "@/lib/domain/accounts/session";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/**
 * Exchanges a refresh token for a new pair, once. A token that was used before revokes its whole family. Fails with
 * `invalid_token`, `token_expired` or `account_disabled`.
 */
export async function refresh(ctx: Ctx, input: RefreshToken): Promise<TokenPair> {
  return redeemRefreshToken(ctx, { kind: "user", ...input }, async (ctx, { ownerId, familyId }) => {
    const user = await findUser(ctx.db, ownerId);
    if (!user) fail("invalid_token");
    await requireOpenAccount(ctx, user);
    return issueTokens(ctx, user, familyId);
  });
}
