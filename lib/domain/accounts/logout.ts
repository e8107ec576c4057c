import { endFamily } from "@/lib/domain/accounts/refresh-family";
import type { RefreshToken } from "@/lib/domain/accounts/schemas";
import type { Ctx } from "@/lib/domain/context";

/** Ends the sign-in a refresh token belongs to. An unknown token is answered like a known one. */
export function logout(ctx: Ctx, input: RefreshToken): Promise<void> {
  return endFamily(ctx, { kind: "user", ...input });
}
