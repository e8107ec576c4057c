import { eq } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { requireAllowedUrl, urlWithoutQuery } from "@/lib/domain/webhooks/check-webhook-url";
import { lockWebhook } from "@/lib/domain/webhooks/find-webhook";
import { asPartners, presentWebhook, type WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import type { PatchWebhook, Webhook, WebhookParams } from "@/lib/domain/webhooks/schemas";
import { encryptHeaders } from "@/lib/domain/webhooks/webhook-secrets";
import { fail } from "@/lib/errors";

/**
 * Changes a webhook, or turns it on or off. Turned on it forgets why it was turned off, and what was pending goes on;
 * while it is off, pending deliveries wait.
 */
export async function updateWebhook(ctx: PartnerCtx, input: WebhookParams & PatchWebhook): Promise<Webhook> {
  const { webhookId, ...patch } = input;
  // The look-up of the host name is network: it comes before the transaction.
  if (patch.url !== undefined) await requireAllowedUrl(ctx, patch.url);
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWebhook(ctx, webhookId);
    const changes = changesOf(before, patch);
    requireSubscription({ ...before, ...changes });
    const [changed] = await ctx.db
      .update(webhooks)
      .set({ ...changes, updatedAt: ctx.now })
      .where(eq(webhooks.id, before.id))
      .returning();
    const after = asPartners(changed!);
    await recordAudit(ctx, {
      action: "webhook.updated",
      targetType: "webhook",
      targetId: before.id,
      partnerId: ctx.partner.id,
      environment: ctx.environment,
      before: auditedFields(before, patch),
      after: auditedFields(after, patch),
    });
    return presentWebhook(after);
  });
}

function changesOf(before: WebhookRow, { headers, eventTypes, isActive, ...plain }: PatchWebhook): Partial<WebhookRow> {
  return {
    ...plain,
    ...(eventTypes && { eventTypes: [...new Set(eventTypes)] }),
    ...(headers && { headersEncrypted: encryptHeaders(before.id, headers), headerNames: Object.keys(headers) }),
    ...(isActive !== undefined && { isActive }),
    ...(isActive && !before.isActive && { disabledReason: null, consecutiveFailures: 0 }),
  };
}

function requireSubscription({ receiveAllEvents, eventTypes }: WebhookRow): void {
  if (receiveAllEvents || eventTypes.length > 0) return;
  const issue = "name at least one event type, or set receiveAllEvents";
  fail("validation_error", { details: [{ field: "eventTypes", issue }] });
}

/** The fields a patch names, as the audit trail may show them: of headers only the names. */
function auditedFields(row: WebhookRow, patch: PatchWebhook): Record<string, unknown> {
  const { url, description, eventTypes, receiveAllEvents, isActive, disabledReason, headerNames } = row;
  const shown = { url: urlWithoutQuery(url), description, eventTypes, receiveAllEvents, isActive };
  const named = Object.entries(shown).filter(([field]) => field in patch);
  return {
    ...Object.fromEntries(named),
    ...(patch.headers && { headerNames }),
    ...(patch.isActive !== undefined && { disabledReason }),
  };
}
