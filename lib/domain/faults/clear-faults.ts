import { sandboxFaults } from "@/db/schema/readiness";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { faultsOf, requireFaultPermission } from "@/lib/domain/faults/own-faults";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";

/** Removes every fault of the partner, whether used up or not: the next request meets none. */
export async function clearFaults(ctx: UserCtx): Promise<void> {
  const partner = requireFaultPermission(ctx);
  await inTransaction(ctx, (ctx) => removeFaults(ctx, partner));
}

/** The same within a transaction; returns how many there were. */
export async function removeFaults(ctx: InTx<UserCtx>, partner: PartnerSnapshot): Promise<number> {
  const removed = await ctx.db.delete(sandboxFaults).where(faultsOf(partner)).returning({ id: sandboxFaults.id });
  if (removed.length === 0) return 0;
  await recordAudit(ctx, {
    action: "sandbox_faults.cleared",
    targetType: "partner",
    targetId: partner.id,
    partnerId: partner.id,
    environment: "sandbox",
    before: { faults: removed.length },
  });
  return removed.length;
}
