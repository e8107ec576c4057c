import { and, eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { webhookDisabled } from "@/lib/domain/webhooks/event-types";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { env } from "@/lib/platform/env";

const FAILURES_MAX = 20;
const SILENCE_HOURS = 72;

type History = Pick<WebhookRow, "consecutiveFailures" | "lastSuccessAt" | "createdAt">;

/** Whether a webhook has failed both too many times and for too long. One that never worked counts from its creation. */
export function hasFailedForGood(webhook: History, now: Date): boolean {
  const workedAt = webhook.lastSuccessAt ?? webhook.createdAt;
  return webhook.consecutiveFailures >= FAILURES_MAX && now.getTime() - workedAt.getTime() >= SILENCE_HOURS * HOUR_MS;
}

export const REASON_GONE = "The endpoint answered 410 Gone.";
export const REASON_FAILED = `At least ${FAILURES_MAX} attempts in a row failed, and none succeeded for ${SILENCE_HOURS} hours.`;

/**
 * Turns a webhook off and tells the partner's other webhooks and its contact. What is pending stays pending and waits
 * until the webhook is on again.
 */
export async function disableWebhook(ctx: InTx<Ctx>, webhook: WebhookRow, reason: string): Promise<void> {
  const [disabled] = await ctx.db
    .update(webhooks)
    .set({ isActive: false, disabledReason: reason, updatedAt: ctx.now })
    .where(and(eq(webhooks.id, webhook.id), eq(webhooks.isActive, true)))
    .returning({ id: webhooks.id });
  if (!disabled) return;
  const { partnerId, environment, url } = webhook;
  await recordAudit(ctx, {
    action: "webhook.disabled",
    targetType: "webhook",
    targetId: webhook.id,
    partnerId,
    environment,
    before: { isActive: true },
    after: { isActive: false },
    reason,
  });
  await recordEvent(ctx, { partnerId, environment }, webhookDisabled, { webhookId: webhook.id, url, reason });
  const [partner] = await ctx.db.select().from(partners).where(eq(partners.id, partnerId));
  await queueMail(ctx, {
    to: partner!.contactEmail,
    template: "webhookDisabled",
    facts: {
      partnerName: partner!.name,
      environment,
      origin: new URL(url).origin,
      reason,
      href: `${env().publicBaseUrl}/webhooks/${webhook.id}`,
    },
  });
}
