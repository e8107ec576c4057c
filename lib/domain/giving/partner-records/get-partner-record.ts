import { and, count, desc, eq, gt, isNull, or } from "drizzle-orm";
import { partnerUsers, tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { partners, portalUsers } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import { type Belongings, presentPartnerRecord } from "@/lib/domain/giving/partner-records/present-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { instantOf, poolColumns } from "@/lib/domain/giving/token-pools/pool-columns";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import { fail } from "@/lib/errors";

/** A key that signs today: neither switched off nor past its end. */
export function usableKey(now: Date) {
  return and(eq(apiKeys.isActive, true), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)));
}

async function countKeys(ctx: Ctx, partnerId: string): Promise<Belongings["keys"]> {
  const own = eq(apiKeys.partnerId, partnerId);
  const { environment } = apiKeys;
  const [all, usable] = await Promise.all([
    ctx.db.select({ environment, total: count() }).from(apiKeys).where(own).groupBy(environment),
    ctx.db
      .select({ environment, total: count() })
      .from(apiKeys)
      .where(and(own, usableKey(ctx.now)))
      .groupBy(environment),
  ]);
  return all.map((each) => ({
    ...each,
    active: usable.find((one) => one.environment === each.environment)?.total ?? 0,
  }));
}

/** Everything the platform keeps about a partner. Fails with `partner_not_found`. */
export async function getPartnerRecord(ctx: Ctx, input: { id: string }): Promise<PartnerRecord> {
  const { id } = input;
  const { environment } = partnerUsers;
  const [[partner], keys, users, [people], pools] = await Promise.all([
    ctx.db.select().from(partners).where(eq(partners.id, id)),
    countKeys(ctx, id),
    ctx.db
      .select({ environment, total: count() })
      .from(partnerUsers)
      .where(eq(partnerUsers.partnerId, id))
      .groupBy(environment),
    ctx.db.select({ total: count() }).from(portalUsers).where(eq(portalUsers.partnerId, id)),
    ctx.db
      .select(poolColumns(instantOf(ctx.now)))
      .from(tokenPools)
      .where(eq(tokenPools.partnerId, id))
      .orderBy(tokenPools.environment, desc(tokenPools.createdAt), desc(tokenPools.id)),
  ]);
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  return presentPartnerRecord(partner, {
    keys,
    users,
    people: people!.total,
    pools: pools.map((pool) => presentPool(pool, ctx.now)),
  });
}
