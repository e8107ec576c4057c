import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import type { DeliveryRun } from "@/lib/domain/webhooks/directory/schemas";

type Run = {
  of: "webhook_scheduler" | "webhook_worker";
  delivery: DeliveryRun;
  /** How many were queued again before. */
  requeued?: { failed: number; blocked: number };
  reason?: string | undefined;
  actorId?: string | undefined;
};

/**
 * Records what an administrator had sent, with what came of it. A run by the clock leaves no record of its own: whatever
 * it queued again has one.
 */
export async function recordRun(ctx: Ctx, { of, delivery, requeued, reason, actorId }: Run): Promise<void> {
  if (ctx.actor.type !== "admin") return;
  const { processed, delivered, failed, blocked } = delivery;
  await inTransaction(ctx, (ctx) =>
    recordAudit(ctx, {
      action: `${of}.run`,
      ...{ targetType: of, targetId: "directory-deliveries", partnerId: null, environment: null },
      after: {
        ...(requeued && { requeued }),
        ...{ processed, delivered, failed, blocked },
        ...(actorId && { actorId }),
      },
      ...(reason && { reason }),
    }),
  );
}
