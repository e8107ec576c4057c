import { sql } from "drizzle-orm";
import { productionRequests } from "@/db/schema/readiness";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { actorId, type Ctx, type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { writeRevision } from "@/lib/domain/giving/production-requests/revisions";
import type { ProductionRequest, ProductionRequested } from "@/lib/domain/giving/production-requests/schemas";
import { requireKeyPermission } from "@/lib/domain/keys/find-key";
import { lockProductionAccess, moveProductionAccess } from "@/lib/domain/partners/change-production-access";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { newObjectId } from "@/lib/platform/ids";

/** Keeps the fields in the partner's open request: a new one, or over what it said before. */
export async function writeRequest(ctx: InTx<Ctx>, partnerId: string, fields: ProductionRequest): Promise<void> {
  const requestedBy = actorId(ctx.actor);
  const [row] = await ctx.db
    .insert(productionRequests)
    .values({
      id: newObjectId(),
      partnerId,
      fields,
      requestedBy,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: productionRequests.partnerId,
      targetWhere: sql`status = 'OPEN'`,
      set: { fields, requestedBy, updatedAt: ctx.now, changesRequestedAt: null },
    })
    .returning({ id: productionRequests.id });
  await writeRevision(ctx, row!.id, fields);
  await recordAudit(ctx, {
    action: "production_request.written",
    targetType: "production_request",
    targetId: row!.id,
    partnerId,
    environment: null,
    after: fields,
  });
}

/**
 * Asks for production. A repeated request replaces what the open one says, without an event. Fails with `forbidden`,
 * `partner_not_found`, or `invalid_state_transition` once production is approved or live.
 */
export async function requestProduction(ctx: UserCtx, fields: ProductionRequest): Promise<ProductionRequested> {
  requireKeyPermission(ctx);
  const partnerId = ctx.partner?.id ?? fail("partner_not_found");
  await inTransaction(ctx, async (ctx) => {
    const access = await lockProductionAccess(ctx, partnerId);
    if (access !== "REQUESTED") await moveProductionAccess(ctx, { partnerId, to: "REQUESTED" });
    await writeRequest(ctx, partnerId, fields);
  });
  changeListener().emit(`partner:${partnerId}`);
  await changeListener().settle();
  return { productionAccess: "REQUESTED" };
}
