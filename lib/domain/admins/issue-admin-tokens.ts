import { ACCESS_TOKEN_SECONDS } from "@/lib/domain/accounts/access-token";
import { addRefreshToken } from "@/lib/domain/accounts/refresh-family";
import type { TokenPair } from "@/lib/domain/accounts/schemas";
import { signAdminToken } from "@/lib/domain/admins/admin-token";
import type { Admin } from "@/lib/domain/admins/schemas";
import type { Ctx } from "@/lib/domain/context";

/** An access token and a refresh token of this session: its id is the family's. */
export async function issueAdminTokens(
  ctx: Ctx,
  admin: Pick<Admin, "id" | "role">,
  sessionId: string,
): Promise<TokenPair> {
  const refreshToken = await addRefreshToken(ctx, { adminId: admin.id }, sessionId);
  const accessToken = await signAdminToken({ ...admin, sessionId }, ctx.now);
  return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
}
