import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { partnerProductionAccessChanged } from "@/lib/domain/partners/event-types";
import { PRODUCTION_TRANSITIONS, type ProductionAccess } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";

/** The partner's production access, which stays as it is until the transaction ends. */
export async function lockProductionAccess(ctx: InTx<Ctx>, partnerId: string): Promise<ProductionAccess> {
  const [partner] = await ctx.db
    .select({ access: partners.productionAccess })
    .from(partners)
    .where(eq(partners.id, partnerId))
    .for("no key update");
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  return partner.access;
}

/**
 * Moves production access along its table (contract 1.6), with audit record and the event for both environments. Fails
 * with `invalid_state_transition`. After the commit the caller lets every process hear of `partner:{id}`.
 */
export async function moveProductionAccess(
  ctx: InTx<Ctx>,
  { partnerId, to, reason }: { partnerId: string; to: ProductionAccess; reason?: string },
): Promise<void> {
  const from = await lockProductionAccess(ctx, partnerId);
  const allowed = PRODUCTION_TRANSITIONS[from];
  if (!allowed.includes(to)) fail("invalid_state_transition", { details: { from, to, allowed } });
  await ctx.db.update(partners).set({ productionAccess: to, updatedAt: ctx.now }).where(eq(partners.id, partnerId));
  await recordAudit(ctx, {
    action: "partner.production_access_changed",
    targetType: "partner",
    targetId: partnerId,
    partnerId,
    environment: null,
    before: { productionAccess: from },
    after: { productionAccess: to },
    reason,
  });
  await recordEvent(ctx, { partnerId, environment: null }, partnerProductionAccessChanged, { partnerId, from, to });
}
