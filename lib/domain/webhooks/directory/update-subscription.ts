import { and, eq, isNotNull } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { presentSubscription } from "@/lib/domain/webhooks/directory/present-subscription";
import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";
import { fail } from "@/lib/errors";

type Input = { id: string; status: WebhookSubscription["status"] };

/** Pauses, resumes or revokes a subscription; a revoked one stays so. What is queued meanwhile will be blocked. */
export async function updateSubscription(ctx: AdminCtx, { id, status }: Input): Promise<{ data: WebhookSubscription }> {
  return inTransaction(ctx, async (ctx) => {
    const named = and(eq(webhooks.id, id), isNotNull(webhooks.apiClientId));
    const [before] = await ctx.db.select().from(webhooks).where(named).for("no key update");
    if (!before) fail("subscription_not_found");
    const { status: former } = presentSubscription(before);
    if (former === status) return { data: presentSubscription(before) };
    if (former === "revoked") {
      fail("invalid_state_transition", { message: "A revoked subscription stays revoked. Create a new one." });
    }
    const [after] = await ctx.db
      .update(webhooks)
      .set({
        ...{ isActive: status === "active", updatedAt: ctx.now },
        ...(status === "active" && { consecutiveFailures: 0 }),
        ...(status === "revoked" && { deletedAt: ctx.now }),
      })
      .where(named)
      .returning();
    await recordAudit(ctx, {
      action: `webhook_subscription.${status === "active" ? "resumed" : status}`,
      targetType: "webhook_subscription",
      targetId: id,
      partnerId: null,
      environment: null,
      before: { status: former },
      after: { apiClientId: before.apiClientId, status },
    });
    return { data: presentSubscription(after!) };
  });
}
