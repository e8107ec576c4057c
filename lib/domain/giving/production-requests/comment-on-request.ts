import { and, eq } from "drizzle-orm";
import { productionRequests } from "@/db/schema/readiness";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type Ctx, type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { insertComment } from "@/lib/domain/giving/production-requests/comments";
import {
  getPartnerProductionReview,
  getProductionReview,
} from "@/lib/domain/giving/production-requests/get-production-review";
import type {
  AdminCommentOnRequest,
  CommentOnRequest,
  ProductionReview,
  RequestChanges,
} from "@/lib/domain/giving/production-requests/schemas";
import { requireKeyPermission } from "@/lib/domain/keys/find-key";
import { lockProductionAccess } from "@/lib/domain/partners/change-production-access";
import { mailPartner } from "@/lib/domain/partners/mail-partner";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

/** The request under review, which stays open until the transaction ends: a decision holds the partner, too. */
async function holdOpenRequest(ctx: InTx<Ctx>, partnerId: string) {
  await lockProductionAccess(ctx, partnerId);
  const [row] = await ctx.db
    .select()
    .from(productionRequests)
    .where(and(eq(productionRequests.partnerId, partnerId), eq(productionRequests.status, "OPEN")));
  return row ?? fail("invalid_state_transition", { message: "No request for production is under review." });
}

const auditOf = (action: string, id: string, partnerId: string) => ({
  ...{ action, targetType: "production_request", targetId: id, partnerId, environment: null },
});

/** Says something about the own request. Fails with `forbidden`, `partner_not_found` or `invalid_state_transition`. */
export async function commentOnRequest(ctx: UserCtx, input: CommentOnRequest): Promise<ProductionReview> {
  requireKeyPermission(ctx);
  const partnerId = ctx.partner?.id ?? fail("partner_not_found");
  await inTransaction(ctx, async (ctx) => {
    const { id } = await holdOpenRequest(ctx, partnerId);
    await insertComment(ctx, id, { ...input, audience: "SHARED" });
    await recordAudit(ctx, { ...auditOf("production_request.commented", id, partnerId), after: input });
  });
  return getProductionReview(ctx);
}

/** Says something about a partner's request, to the partner or among administrators. */
export async function commentOnPartnerRequest(
  ctx: AdminCtx,
  input: { id: string } & AdminCommentOnRequest,
): Promise<ProductionReview> {
  const { id: partnerId, reason, ...comment } = input;
  await inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "write");
    const { id } = await holdOpenRequest(ctx, partnerId);
    await insertComment(ctx, id, comment);
    // The partner reads its audit records; what administrators say among themselves stays out of them.
    const { audience, field } = comment;
    const after = audience === "SHARED" ? comment : { audience, ...(field && { field }) };
    await recordAudit(ctx, { ...auditOf("production_request.commented", id, partnerId), after, reason });
  });
  return getPartnerProductionReview(ctx, { id: partnerId });
}

/**
 * Asks the partner to change its request, which stays open and waits for it. Fails with `invalid_state_transition` when
 * none is open, or when it waits for the partner already.
 */
export async function requestChanges(ctx: AdminCtx, input: { id: string } & RequestChanges): Promise<ProductionReview> {
  const { id: partnerId, comments, reason } = input;
  await inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "write");
    const { id, changesRequestedAt } = await holdOpenRequest(ctx, partnerId);
    if (changesRequestedAt) fail("invalid_state_transition", { message: "Changes are asked for already." });
    for (const comment of comments) await insertComment(ctx, id, { ...comment, audience: "SHARED" });
    await ctx.db.update(productionRequests).set({ changesRequestedAt: ctx.now }).where(eq(productionRequests.id, id));
    const audit = auditOf("production_request.changes_requested", id, partnerId);
    await recordAudit(ctx, { ...audit, after: { comments }, reason });
    await mailPartner(ctx, {
      partnerId,
      template: "productionChangesRequested",
      factsOf: (partnerName) => ({ partnerName, comments, href: `${env().publicBaseUrl}/go-live/request` }),
    });
  });
  return getPartnerProductionReview(ctx, { id: partnerId });
}
