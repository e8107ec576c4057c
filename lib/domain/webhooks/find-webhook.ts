import { and, eq, isNull, type SQL } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { fail } from "@/lib/errors";

/** The webhooks the caller may know of. */
export function ownWebhooks(ctx: PartnerCtx): SQL {
  return and(
    eq(webhooks.partnerId, ctx.partner.id),
    eq(webhooks.environment, ctx.environment),
    isNull(webhooks.deletedAt),
  )!;
}

/** The caller's webhook; fails with `webhook_not_found` for anybody else's, as for one that never was. */
export async function requireWebhook(ctx: PartnerCtx, webhookId: string): Promise<WebhookRow> {
  const [row] = await ctx.db
    .select()
    .from(webhooks)
    .where(and(ownWebhooks(ctx), eq(webhooks.id, webhookId)));
  return row ?? fail("webhook_not_found");
}
