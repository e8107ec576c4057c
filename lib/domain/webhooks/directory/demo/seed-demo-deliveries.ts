import { and, asc, eq, sql } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { deliveries, deliveryAttempts, events, webhooks } from "@/db/schema/webhooks";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import {
  communityPostCreated,
  eventCreated,
  providerUpdated,
  reviewCreated,
} from "@/lib/domain/webhooks/directory/event-types";
import { directoryEventRow } from "@/lib/domain/webhooks/directory/record-directory-event";
import {
  encryptSubscriptionSecret,
  newSubscriptionSecret,
  secretPreview,
} from "@/lib/domain/webhooks/directory/subscription-secrets";
import { sha256Hex } from "@/lib/platform/crypto";
import { newUuidId } from "@/lib/platform/ids";

const SEED_LOCK = 7_300_005;
const TARGET_URL = "https://hooks.acme.example/directory";
const TYPES = [providerUpdated, reviewCreated, eventCreated, communityPostCreated] as const;

/** How each of them went, the oldest first: the answer of the receiver. */
const ANSWERS = [200, 200, 200, 503, 200, 503] as const;

/** A subscription of the first client that may have one, and how its first deliveries went. */
async function insertDeliveries(ctx: Ctx, client: { id: string }): Promise<void> {
  const { db, now } = ctx;
  const webhookId = newUuidId("webhook-subscription");
  const secret = newSubscriptionSecret();
  await db.insert(webhooks).values({
    ...{ id: webhookId, apiClientId: client.id, url: TARGET_URL, eventTypes: TYPES.map(({ name }) => name) },
    secretEncrypted: encryptSubscriptionSecret(webhookId, secret),
    ...{ secretDigest: sha256Hex(secret), secretPreview: secretPreview(secret), createdAt: now, updatedAt: now },
  });
  for (const [n, httpStatus] of ANSWERS.entries()) {
    const at = new Date(now.getTime() - (ANSWERS.length - n) * HOUR_MS);
    const type = TYPES[n % TYPES.length]!;
    const subjectId = String(Object.values(type.sample)[0]);
    const event = directoryEventRow({ now: at }, type.name, subjectId, type.sample);
    await db.insert(events).values({ ...event, fannedOutAt: at, fannedOutTo: 1 });
    const isDelivered = httpStatus === 200;
    const id = newUuidId("webhook-delivery");
    await db.insert(deliveries).values({
      ...{ id, eventId: event.id, webhookId, eventType: type.name, attemptsMade: 1 },
      ...{ status: isDelivered ? "SUCCEEDED" : "FAILED", createdAt: at, updatedAt: at },
    });
    await db.insert(deliveryAttempts).values({
      ...{ deliveryId: id, webhookId, n: 1, at, httpStatus, durationMs: 120, targetUrl: TARGET_URL },
      error: isDelivered ? null : `It answered ${httpStatus}.`,
    });
  }
}

/** Fills the list of deliveries once: where there is a subscription, nothing is written. */
export async function seedDemoDeliveries(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    const [present] = await ctx.db
      .select({ id: webhooks.id })
      .from(webhooks)
      .where(sql`api_client_id is not null`)
      .limit(1);
    const [client] = await ctx.db
      .select({ id: apiClients.id })
      .from(apiClients)
      .where(and(eq(apiClients.status, "active"), sql`'webhooks:write' = any(${apiClients.scopes})`))
      .orderBy(asc(apiClients.createdAt), asc(apiClients.id))
      .limit(1);
    if (!present && client) await insertDeliveries(ctx, client);
  });
}
