import { and, asc, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { partners } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import { instantOf, poolColumns } from "@/lib/domain/giving/token-pools/pool-columns";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { fail } from "@/lib/errors";

/** Fails with `partner_not_found`, or for a write `invalid_state_transition` once the partner is terminated. */
export async function requirePartner(ctx: Ctx, id: string, use: "read" | "write") {
  const [partner] = await ctx.db
    .select({ id: partners.id, status: partners.status, productionAccess: partners.productionAccess })
    .from(partners)
    .where(eq(partners.id, id));
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  if (use === "write" && partner.status === "TERMINATED") {
    fail("invalid_state_transition", { message: "The partner is terminated: its record can only be read." });
  }
  return partner;
}

/** A partner's pool, in whichever environment. Fails with `pool_not_found`. */
export async function findPartnerPool(ctx: Ctx, { id, poolId }: { id: string; poolId: string }) {
  const [pool] = await ctx.db
    .select(poolColumns(instantOf(ctx.now)))
    .from(tokenPools)
    .where(and(eq(tokenPools.partnerId, id), eq(tokenPools.id, poolId)));
  return pool ?? fail("pool_not_found");
}

/** All pools of a partner, sandbox and production, oldest first. */
export async function listPartnerPools(ctx: Ctx, input: { id: string }): Promise<{ data: TokenPool[] }> {
  await requirePartner(ctx, input.id, "read");
  const rows = await ctx.db
    .select(poolColumns(instantOf(ctx.now)))
    .from(tokenPools)
    .where(eq(tokenPools.partnerId, input.id))
    .orderBy(asc(tokenPools.environment), asc(tokenPools.createdAt), asc(tokenPools.id));
  return { data: rows.map((row) => presentPool(row, ctx.now)) };
}
