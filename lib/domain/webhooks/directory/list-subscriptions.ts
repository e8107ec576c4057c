import { and, desc, eq, isNotNull } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import type { AdminCtx } from "@/lib/domain/context";
import { presentSubscription } from "@/lib/domain/webhooks/directory/present-subscription";
import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

/** The subscriptions of one API client or of all, newest first. */
export async function listSubscriptions(
  ctx: AdminCtx,
  { apiClientId }: { apiClientId?: string | undefined },
): Promise<{ data: WebhookSubscription[] }> {
  const rows = await ctx.db
    .select()
    .from(webhooks)
    .where(and(isNotNull(webhooks.apiClientId), apiClientId ? eq(webhooks.apiClientId, apiClientId) : undefined))
    .orderBy(desc(webhooks.createdAt), desc(webhooks.id));
  return { data: rows.map(presentSubscription) };
}
