import { eq } from "drizzle-orm";
import { refreshTokens } from "@/db/schema/partners";
import type { RefreshToken } from "@/lib/domain/accounts/schemas";
import { revokeFamily } from "@/lib/domain/accounts/session";
import type { Ctx } from "@/lib/domain/context";
import { sha256Hex } from "@/lib/platform/crypto";

/** Ends the sign-in a refresh token belongs to. An unknown token is answered like a known one. */
export async function logout(ctx: Ctx, input: RefreshToken): Promise<void> {
  const [known] = await ctx.db
    .select({ familyId: refreshTokens.familyId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, sha256Hex(input.refreshToken)));
  if (known) await revokeFamily(ctx, known.familyId);
}
