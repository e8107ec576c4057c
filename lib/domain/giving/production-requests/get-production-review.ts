import { desc, eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import type { AdminCtx, Ctx, UserCtx } from "@/lib/domain/context";
import { listComments } from "@/lib/domain/giving/production-requests/comments";
import { listRevisions } from "@/lib/domain/giving/production-requests/revisions";
import type { ProductionReview } from "@/lib/domain/giving/production-requests/schemas";
import { fail } from "@/lib/errors";

/** The partner's last request, whatever became of it. */
export async function findLastRequest(ctx: Ctx, partnerId: string) {
  const [row] = await ctx.db
    .select()
    .from(productionRequests)
    .where(eq(productionRequests.partnerId, partnerId))
    .orderBy(desc(productionRequests.createdAt), desc(productionRequests.id))
    .limit(1);
  return row ?? null;
}

async function readReview(ctx: Ctx, partnerId: string, reader: "ADMIN" | "PARTNER"): Promise<ProductionReview> {
  const [[partner], row] = await Promise.all([
    ctx.db.select({ access: partners.productionAccess }).from(partners).where(eq(partners.id, partnerId)),
    findLastRequest(ctx, partnerId),
  ]);
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  if (!row) return { productionAccess: partner.access, request: null };
  const [revisions, comments] = await Promise.all([listRevisions(ctx, row.id), listComments(ctx, row.id, reader)]);
  const { id, status, fields, decisionNote: note } = row;
  return {
    productionAccess: partner.access,
    request: {
      ...{ id, status, fields, note, revisions, comments },
      changesRequested: row.changesRequestedAt !== null,
      changesRequestedAt: row.changesRequestedAt?.toISOString() ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    },
  };
}

/** What the signed-in person's partner asked for, and what the review says about it. */
export async function getProductionReview(ctx: UserCtx): Promise<ProductionReview> {
  return readReview(ctx, ctx.partner?.id ?? fail("partner_not_found"), "PARTNER");
}

/** The same for administrators, with what they say among themselves. Fails with `partner_not_found`. */
export function getPartnerProductionReview(ctx: AdminCtx, { id }: { id: string }): Promise<ProductionReview> {
  return readReview(ctx, id, "ADMIN");
}
