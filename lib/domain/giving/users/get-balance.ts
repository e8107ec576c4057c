import { and, eq } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import type { Balance } from "@/lib/domain/giving/users/schemas";
import { fail } from "@/lib/errors";

/** A recipient's balance at the moment of the call: one indexed read. */
export async function getBalance(ctx: PartnerCtx, input: { externalId: string }): Promise<Balance> {
  const [row] = await ctx.db
    .select({
      externalId: partnerUsers.externalId,
      available: partnerUsers.available,
      vesting: partnerUsers.vesting,
      expired: partnerUsers.expired,
      redeemed: partnerUsers.redeemed,
      reversed: partnerUsers.reversed,
      lifetimeEarned: partnerUsers.lifetimeEarned,
    })
    .from(partnerUsers)
    .where(and(ownUsers(ctx), eq(partnerUsers.externalId, input.externalId)));
  if (!row) fail("user_not_found");
  return { ...row, nextVesting: null, nextExpiration: null, asOf: ctx.now.toISOString() };
}
