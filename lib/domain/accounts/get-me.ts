import { findUser } from "@/lib/domain/accounts/load-user";
import { presentMe } from "@/lib/domain/accounts/present-user";
import type { Me } from "@/lib/domain/accounts/schemas";
import type { UserCtx } from "@/lib/domain/context";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

/** The signed-in user with partner and publishable key. */
export async function getMe(ctx: UserCtx, input: { environment?: Environment }): Promise<Me> {
  const user = await findUser(ctx.db, ctx.actor.userId);
  if (!user) fail("invalid_token");
  return presentMe(ctx.db, user, ctx.now, input.environment);
}
