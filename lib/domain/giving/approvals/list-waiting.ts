import { and, asc, count, eq, getTableColumns } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { poolRequests } from "@/db/schema/pools";
import { productionRequests } from "@/db/schema/readiness";
import type { AdminCtx } from "@/lib/domain/context";
import { listWaitingApprovals } from "@/lib/domain/giving/approvals/find-approval";
import type { Waiting } from "@/lib/domain/giving/approvals/schemas";
import { listOpenInquiries } from "@/lib/domain/giving/inquiries/list-open-inquiries";
import { presentPoolRequest } from "@/lib/domain/giving/token-pools/present-pool-request";

const SHOWN_MAX = 100;

/** Partners that wait for production; some were asked for by their activation and sent no request of their own. */
async function listProductionRequests(ctx: AdminCtx): Promise<Waiting["productionRequests"]> {
  const { id, name, expectedMonthlyActionVolume, updatedAt } = partners;
  const rows = await ctx.db
    .select({ id, name, expectedMonthlyActionVolume, request: productionRequests })
    .from(partners)
    .leftJoin(productionRequests, and(eq(productionRequests.partnerId, id), eq(productionRequests.status, "OPEN")))
    .where(eq(partners.productionAccess, "REQUESTED"))
    .orderBy(asc(productionRequests.createdAt), asc(updatedAt), asc(id))
    .limit(SHOWN_MAX);
  return rows.map(({ id, name, request, expectedMonthlyActionVolume: volume }) => ({
    partner: { id, name },
    request: request && {
      id: request.id,
      createdAt: request.createdAt.toISOString(),
      changesRequestedAt: request.changesRequestedAt?.toISOString() ?? null,
    },
    expectedMonthlyActionVolume: request?.fields.expectedMonthlyActionVolume ?? volume,
  }));
}

async function listPoolRequests(ctx: AdminCtx): Promise<Waiting["poolRequests"]> {
  const rows = await ctx.db
    .select({ ...getTableColumns(poolRequests), partnerName: partners.name })
    .from(poolRequests)
    .innerJoin(partners, eq(partners.id, poolRequests.partnerId))
    .where(eq(poolRequests.status, "PENDING"))
    .orderBy(asc(poolRequests.createdAt), asc(poolRequests.id))
    .limit(SHOWN_MAX);
  return rows.map(({ partnerName, ...row }) => ({
    ...presentPoolRequest(row),
    ...{ partner: { id: row.partnerId, name: partnerName }, environment: row.environment },
  }));
}

/** Everything that waits for an administrator's decision, longest first. */
export async function listWaiting(ctx: AdminCtx): Promise<Waiting> {
  const [inquiries, productions, pools, waits, [asking], [pending]] = await Promise.all([
    listOpenInquiries(ctx),
    listProductionRequests(ctx),
    listPoolRequests(ctx),
    listWaitingApprovals(ctx, SHOWN_MAX),
    ctx.db.select({ total: count() }).from(partners).where(eq(partners.productionAccess, "REQUESTED")),
    ctx.db.select({ total: count() }).from(poolRequests).where(eq(poolRequests.status, "PENDING")),
  ]);
  return {
    inquiries: inquiries.slice(0, SHOWN_MAX),
    productionRequests: productions,
    poolRequests: pools,
    approvals: waits.data,
    counts: {
      inquiries: inquiries.length,
      productionRequests: asking!.total,
      poolRequests: pending!.total,
      approvals: waits.total,
    },
  };
}
