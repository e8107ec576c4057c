import { sandboxFaults } from "@/db/schema/readiness";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type UserCtx } from "@/lib/domain/context";
import { faultsOf, requireFaultPermission } from "@/lib/domain/faults/own-faults";

/** Removes every fault of the partner, whether used up or not: the next request meets none. */
export async function clearFaults(ctx: UserCtx): Promise<void> {
  const partner = requireFaultPermission(ctx);
  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db.delete(sandboxFaults).where(faultsOf(partner)).returning({ id: sandboxFaults.id });
    if (removed.length === 0) return;
    await recordAudit(ctx, {
      action: "sandbox_faults.cleared",
      targetType: "partner",
      targetId: partner.id,
      partnerId: partner.id,
      environment: "sandbox",
      before: { faults: removed.length },
    });
  });
}
