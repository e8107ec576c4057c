import { eq } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { urlWithoutQuery } from "@/lib/domain/webhooks/check-webhook-url";
import { presentSubscription } from "@/lib/domain/webhooks/directory/present-subscription";
import type { CreatedWebhookSubscription, CreateSubscription } from "@/lib/domain/webhooks/directory/schemas";
import {
  encryptSubscriptionSecret,
  newSubscriptionSecret,
  secretPreview,
} from "@/lib/domain/webhooks/directory/subscription-secrets";
import { requireAllowedTarget } from "@/lib/domain/webhooks/directory/target-rules";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newUuidId } from "@/lib/platform/ids";

type ClientRow = typeof apiClients.$inferSelect;

function refuseClient(issue: string): never {
  fail("validation_failed", { message: `apiClientId ${issue}` });
}

/** The client may be told of events at this moment. */
function requireEntitled(client: ClientRow | undefined): ClientRow {
  if (!client) refuseClient("names no API client");
  if (client.status !== "active") refuseClient("names an API client that is not active");
  if (!client.scopes.includes("webhooks:write")) refuseClient("names an API client without the scope webhooks:write");
  return client;
}

/** Subscribes an API client to events. The answer holds the signing secret, which nothing can read again. */
export async function createSubscription(
  ctx: AdminCtx,
  input: CreateSubscription,
): Promise<{ data: CreatedWebhookSubscription }> {
  const named = eq(apiClients.id, input.apiClientId);
  const [found] = await ctx.db.select().from(apiClients).where(named);
  // The look-up of the host name is network: it comes before the transaction.
  await requireAllowedTarget(requireEntitled(found), input.targetUrl);
  return inTransaction(ctx, async (ctx) => {
    const [client] = await ctx.db.select().from(apiClients).where(named).for("share");
    return { data: await insertSubscription(ctx, requireEntitled(client), input) };
  });
}

async function insertSubscription(
  ctx: InTx<AdminCtx>,
  client: ClientRow,
  { targetUrl, eventTypes }: CreateSubscription,
): Promise<CreatedWebhookSubscription> {
  const id = newUuidId("webhook-subscription");
  const signingSecret = newSubscriptionSecret();
  const [row] = await ctx.db
    .insert(webhooks)
    .values({
      ...{ id, apiClientId: client.id, url: targetUrl, eventTypes, createdAt: ctx.now, updatedAt: ctx.now },
      secretEncrypted: encryptSubscriptionSecret(id, signingSecret),
      secretDigest: sha256Hex(signingSecret),
      secretPreview: secretPreview(signingSecret),
    })
    .returning();
  await recordAudit(ctx, {
    action: "webhook_subscription.created",
    targetType: "webhook_subscription",
    targetId: id,
    partnerId: client.partnerId,
    environment: null,
    after: { apiClientId: client.id, eventTypes, targetUrl: urlWithoutQuery(targetUrl) },
  });
  return { ...presentSubscription(row!), signingSecret };
}
