import { and, arrayContains, arrayOverlaps, asc, eq, isNull } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { webhooks } from "@/db/schema/webhooks";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

/** The active subscriptions to any of these types whose client is active and holds `webhooks:write`, oldest first. */
export async function findSubscriptions(ctx: InTx<Ctx>, types: readonly string[]): Promise<StoredWebhook[]> {
  const found = await ctx.db
    .select({ webhook: webhooks })
    .from(webhooks)
    .innerJoin(apiClients, eq(apiClients.id, webhooks.apiClientId))
    .where(
      and(
        arrayOverlaps(webhooks.eventTypes, [...types]),
        eq(webhooks.isActive, true),
        isNull(webhooks.deletedAt),
        eq(apiClients.status, "active"),
        arrayContains(apiClients.scopes, ["webhooks:write"]),
      ),
    )
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  return found.map(({ webhook }) => webhook);
}
