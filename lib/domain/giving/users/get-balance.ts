import { and, eq, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { statement } from "@/db/statement";
import type { PartnerCtx } from "@/lib/domain/context";
import type { Balance } from "@/lib/domain/giving/users/schemas";
import { fail } from "@/lib/errors";

const findBalance = statement((db) =>
  db
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
    .where(
      and(
        eq(partnerUsers.partnerId, sql.placeholder("partnerId")),
        eq(partnerUsers.environment, sql.placeholder("environment")),
        eq(partnerUsers.externalId, sql.placeholder("externalId")),
      ),
    ),
);

/** A recipient's balance at the moment of the call: one indexed read. */
export async function getBalance(ctx: PartnerCtx, input: { externalId: string }): Promise<Balance> {
  const { partner, environment } = ctx;
  const [row] = await findBalance(ctx.db, { partnerId: partner.id, environment, externalId: input.externalId });
  if (!row) fail("user_not_found");
  return { ...row, nextVesting: null, nextExpiration: null, asOf: ctx.now.toISOString() };
}
