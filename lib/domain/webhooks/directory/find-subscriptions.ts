import { and, arrayContains, arrayOverlaps, asc, eq, isNull, or } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { partners } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

/**
 * The active subscriptions to any of these types whose client is served and holds `webhooks:write`, oldest first. A client
 * that belongs to a partner is served while that partner is active.
 */
export async function findSubscriptions(ctx: InTx<Ctx>, types: readonly string[]): Promise<StoredWebhook[]> {
  const found = await ctx.db
    .select({ webhook: webhooks })
    .from(webhooks)
    .innerJoin(apiClients, eq(apiClients.id, webhooks.apiClientId))
    .leftJoin(partners, eq(partners.id, apiClients.partnerId))
    .where(
      and(
        arrayOverlaps(webhooks.eventTypes, [...types]),
        eq(webhooks.isActive, true),
        isNull(webhooks.deletedAt),
        eq(apiClients.status, "active"),
        or(isNull(apiClients.partnerId), eq(partners.status, "ACTIVE")),
        arrayContains(apiClients.scopes, ["webhooks:write"]),
      ),
    )
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  return found.map(({ webhook }) => webhook);
}
