import { redeemRefreshToken } from "@/lib/domain/accounts/refresh-family";
import type { RefreshToken, TokenPair } from "@/lib/domain/accounts/schemas";
import { issueAdminTokens } from "@/lib/domain/admins/issue-admin-tokens";
import { findSignedInAdmin } from "@/lib/domain/admins/session";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/**
 * Exchanges an administrator's refresh token for a new pair, once. A token that was used before revokes its whole
 * family. Fails with `invalid_token`, `token_expired` or `account_disabled`.
 */
export async function refreshAdmin(ctx: Ctx, input: RefreshToken): Promise<TokenPair> {
  return redeemRefreshToken(ctx, { kind: "admin", ...input }, async (ctx, { ownerId, familyId }) => {
    const signedIn = await findSignedInAdmin(ctx, { adminId: ownerId, sessionId: familyId });
    if (!signedIn) fail("invalid_token");
    if (signedIn.admin.disabledAt) fail("account_disabled");
    return issueAdminTokens(ctx, signedIn.admin, familyId);
  });
}
