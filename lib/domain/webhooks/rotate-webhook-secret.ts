import { eq } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { lockWebhook } from "@/lib/domain/webhooks/find-webhook";
import type { RotatedSecret, WebhookParams } from "@/lib/domain/webhooks/schemas";
import { encryptSigningSecret, newSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";

const OVERLAP_MS = 24 * 60 * 60 * 1000;

/**
 * Gives a webhook a new secret, which nothing can read again. The former one signs beside it for 24 hours; of two
 * rotations within that time, only the last former secret does.
 */
export async function rotateWebhookSecret(ctx: PartnerCtx, input: WebhookParams): Promise<RotatedSecret> {
  return inTransaction(ctx, async (ctx) => {
    const { id, secretEncrypted } = await lockWebhook(ctx, input.webhookId);
    const secret = newSigningSecret();
    const validUntil = new Date(ctx.now.getTime() + OVERLAP_MS);
    await ctx.db
      .update(webhooks)
      .set({
        secretEncrypted: encryptSigningSecret(id, secret),
        previousSecretEncrypted: secretEncrypted,
        previousSecretValidUntil: validUntil,
        updatedAt: ctx.now,
      })
      .where(eq(webhooks.id, id));
    const previousSecretValidUntil = validUntil.toISOString();
    await recordAudit(ctx, {
      action: "webhook.secret_rotated",
      targetType: "webhook",
      targetId: id,
      partnerId: ctx.partner.id,
      environment: ctx.environment,
      after: { previousSecretValidUntil },
    });
    return { id, secret, previousSecretValidUntil };
  });
}
