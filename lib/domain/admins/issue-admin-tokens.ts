import { ACCESS_TOKEN_SECONDS } from "@/lib/domain/accounts/access-token";
import { addRefreshToken } from "@/lib/domain/accounts/refresh-family";
import type { TokenPair } from "@/lib/domain/accounts/schemas";
import { signAdminToken } from "@/lib/domain/admins/admin-token";
import type { Admin } from "@/lib/domain/admins/schemas";
import type { Ctx } from "@/lib/domain/context";

/** An access token, and a refresh token of this family: a new one, unless named. */
export async function issueAdminTokens(
  ctx: Ctx,
  admin: Pick<Admin, "id" | "role">,
  familyId?: string,
): Promise<TokenPair> {
  const refreshToken = await addRefreshToken(ctx, { adminId: admin.id }, familyId);
  return { accessToken: await signAdminToken(admin, ctx.now), refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
}
