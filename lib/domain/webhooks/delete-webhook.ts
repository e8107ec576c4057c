import { and, eq } from "drizzle-orm";
import { deliveries, webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { cancelDeliveries } from "@/lib/domain/webhooks/cancel-deliveries";
import { ownWebhooks } from "@/lib/domain/webhooks/find-webhook";
import type { WebhookParams } from "@/lib/domain/webhooks/schemas";
import { fail } from "@/lib/errors";

/** Deletes a webhook and cancels what it still had to receive. */
export async function deleteWebhook(ctx: PartnerCtx, input: WebhookParams): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(webhooks)
      .set({ deletedAt: ctx.now, isActive: false, updatedAt: ctx.now })
      .where(and(ownWebhooks(ctx), eq(webhooks.id, input.webhookId)))
      .returning({ id: webhooks.id });
    if (!row) fail("webhook_not_found");
    await cancelDeliveries(ctx, eq(deliveries.webhookId, row.id));
    await recordAudit(ctx, {
      action: "webhook.deleted",
      targetType: "webhook",
      targetId: row.id,
      partnerId: ctx.partner.id,
      environment: ctx.environment,
    });
  });
}
