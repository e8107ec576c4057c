import type { PartnerCtx } from "@/lib/domain/context";
import { requireWebhook } from "@/lib/domain/webhooks/find-webhook";
import { presentWebhook } from "@/lib/domain/webhooks/present-webhook";
import type { Webhook, WebhookParams } from "@/lib/domain/webhooks/schemas";

/** One webhook of the caller. */
export async function getWebhook(ctx: PartnerCtx, input: WebhookParams): Promise<Webhook> {
  return presentWebhook(await requireWebhook(ctx, input.webhookId));
}
