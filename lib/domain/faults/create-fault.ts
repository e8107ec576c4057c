import { sandboxFaults } from "@/db/schema/readiness";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type UserCtx } from "@/lib/domain/context";
import { presentFault, requireFaultPermission } from "@/lib/domain/faults/own-faults";
import type { CreateFault, Fault } from "@/lib/domain/faults/schemas";
import { changeListener } from "@/lib/platform/change-listener";
import { newObjectId } from "@/lib/platform/ids";

/**
 * Arms a fault: the partner's next `count` matching sandbox requests meet it. When it returns, every process knows. Fails
 * with `forbidden` or `partner_not_found`.
 */
export async function createFault(ctx: UserCtx, input: CreateFault): Promise<Fault> {
  const partner = requireFaultPermission(ctx);
  const fault = await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(sandboxFaults)
      .values({
        ...input,
        id: newObjectId(),
        partnerId: partner.id,
        remaining: input.count,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning();
    await recordAudit(ctx, {
      action: "sandbox_fault.created",
      targetType: "sandbox_fault",
      targetId: row!.id,
      partnerId: partner.id,
      environment: "sandbox",
      after: { ...input },
    });
    return row!;
  });
  changeListener().emit(`partner:${partner.id}`);
  await changeListener().settle();
  return presentFault(fault);
}
