import { and, count, desc, eq } from "drizzle-orm";
import { poolRequests } from "@/db/schema/pools";
import type { PartnerCtx } from "@/lib/domain/context";
import { presentPoolRequest } from "@/lib/domain/giving/token-pools/present-pool-request";
import type { ListPoolRequestsQuery, PoolRequestList } from "@/lib/domain/giving/token-pools/schemas";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** What the partner asked to have added to its pools in this environment, newest first. */
export async function listPoolRequests(ctx: PartnerCtx, input: ListPoolRequestsQuery): Promise<PoolRequestList> {
  const where = and(
    eq(poolRequests.partnerId, ctx.partner.id),
    eq(poolRequests.environment, ctx.environment),
    input.status && eq(poolRequests.status, input.status),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(poolRequests)
      .where(where)
      .orderBy(desc(poolRequests.createdAt), desc(poolRequests.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(poolRequests).where(where),
  ]);
  return pageOf(rows.map(presentPoolRequest), counted!.total, input);
}
