import { and, eq } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import { presentUser } from "@/lib/domain/giving/users/present-user";
import type { User } from "@/lib/domain/giving/users/schemas";
import { fail } from "@/lib/errors";

/** One reward recipient by the partner's own id. */
export async function getUser(ctx: PartnerCtx, input: { externalId: string }): Promise<User> {
  const [row] = await ctx.db
    .select()
    .from(partnerUsers)
    .where(and(ownUsers(ctx), eq(partnerUsers.externalId, input.externalId)));
  if (!row) fail("user_not_found");
  return presentUser(row);
}
