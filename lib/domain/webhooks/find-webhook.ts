import { and, eq, isNull, type SQL } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { asPartners, type WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { fail } from "@/lib/errors";

/** The webhooks the caller may know of. */
export function ownWebhooks(ctx: PartnerCtx): SQL {
  return and(
    eq(webhooks.partnerId, ctx.partner.id),
    eq(webhooks.environment, ctx.environment),
    isNull(webhooks.deletedAt),
  )!;
}

const ownWebhook = (ctx: PartnerCtx, webhookId: string) => and(ownWebhooks(ctx), eq(webhooks.id, webhookId));

/** The caller's webhook; fails with `webhook_not_found` for anybody else's, as for one that never was. */
export async function requireWebhook(ctx: PartnerCtx, webhookId: string): Promise<WebhookRow> {
  const [row] = await ctx.db.select().from(webhooks).where(ownWebhook(ctx, webhookId));
  return row ? asPartners(row) : fail("webhook_not_found");
}

/** The same, and nobody else changes it or writes to its deliveries until the commit. */
export async function lockWebhook(ctx: InTx<PartnerCtx>, webhookId: string): Promise<WebhookRow> {
  const [row] = await ctx.db.select().from(webhooks).where(ownWebhook(ctx, webhookId)).for("no key update");
  return row ? asPartners(row) : fail("webhook_not_found");
}

/** Deliveries to a webhook that is off would only wait: fails with `invalid_state_transition`. */
export function requireActive(webhook: WebhookRow): void {
  if (!webhook.isActive) fail("invalid_state_transition", { message: "The webhook is off. Turn it on first." });
}
