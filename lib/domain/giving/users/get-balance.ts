import { and, eq, sql } from "drizzle-orm";
import { gatheredRead } from "@/db/gathered-read";
import { partnerUsers } from "@/db/schema/giving";
import { statement } from "@/db/statement";
import type { PartnerCtx } from "@/lib/domain/context";
import type { Balance } from "@/lib/domain/giving/users/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

type UserKey = { partnerId: string; environment: Environment; externalId: string };

const listed = (name: keyof UserKey) => sql`${sql.placeholder(name)}::text[]`;

const selectBalances = statement((db) =>
  db
    .select({
      place: sql`wanted.place`.mapWith(Number),
      externalId: partnerUsers.externalId,
      available: partnerUsers.available,
      vesting: partnerUsers.vesting,
      expired: partnerUsers.expired,
      redeemed: partnerUsers.redeemed,
      reversed: partnerUsers.reversed,
      lifetimeEarned: partnerUsers.lifetimeEarned,
    })
    .from(
      sql`unnest(${listed("partnerId")}, ${listed("environment")}, ${listed("externalId")}) with ordinality
        as wanted (partner_id, environment, external_id, place)`,
    )
    .innerJoin(
      partnerUsers,
      and(
        eq(partnerUsers.partnerId, sql`wanted.partner_id`),
        eq(partnerUsers.environment, sql`wanted.environment`),
        eq(partnerUsers.externalId, sql`wanted.external_id`),
      ),
    ),
);

type BalanceRow = Omit<Awaited<ReturnType<typeof selectBalances>>[number], "place">;

const findBalance = gatheredRead<UserKey, BalanceRow>(async (db, keys) => {
  const rows = await selectBalances(db, {
    partnerId: keys.map((key) => key.partnerId),
    environment: keys.map((key) => key.environment),
    externalId: keys.map((key) => key.externalId),
  });
  const found: (BalanceRow | null)[] = keys.map(() => null);
  for (const { place, ...row } of rows) found[place - 1] = row;
  return found;
});

/** A recipient's balance at the moment of the call: one indexed read. */
export async function getBalance(ctx: PartnerCtx, input: { externalId: string }): Promise<Balance> {
  const { partner, environment } = ctx;
  const row = await findBalance(ctx.db, { partnerId: partner.id, environment, externalId: input.externalId });
  if (!row) fail("user_not_found");
  return { ...row, nextVesting: null, nextExpiration: null, asOf: ctx.now.toISOString() };
}
