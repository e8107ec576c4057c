import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { deliveries, events } from "@/db/schema/webhooks";
import { makeSubscription } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { providerUpdated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";
import { newPrefixedId, newUuidId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";
import { makeClient } from "@/lib/testing/directory";

type ClientOverrides = Parameters<typeof makeClient>[0];
type SubscriptionOverrides = Omit<Parameters<typeof makeSubscription>[1], "apiClientId">;

/** A client of its own with a subscription. */
export async function makeSubscribed(subscription: SubscriptionOverrides = {}, client: ClientOverrides = {}) {
  const made = await makeClient(client);
  const subscribed = await makeSubscription(database().db, { ...subscription, apiClientId: made.client.id });
  return { client: made.client, key: made.secret, ...subscribed };
}

export type Subscribed = Awaited<ReturnType<typeof makeSubscribed>>;

/** A delivery to a subscription, queued or however the columns say, of an event of its own. Returns its id. */
export async function makeDirectoryDelivery(
  { subscription }: Pick<Subscribed, "subscription">,
  columns: Partial<typeof deliveries.$inferInsert> = {},
): Promise<string> {
  const { db } = database();
  const now = columns.createdAt ?? new Date();
  const providerId = newUuidId("provider");
  const event = { id: newPrefixedId("evt"), type: "provider.updated", subjectId: providerId };
  const body = JSON.stringify({ providerId, status: "verified" });
  await db.insert(events).values({ ...event, body, createdAt: now, fannedOutAt: now, fannedOutTo: 1 });
  const isQueued = (columns.status ?? "PENDING") === "PENDING";
  const row = newDelivery({ now }, { webhook: subscription, event, nextAttemptAt: now });
  await db.insert(deliveries).values({ ...row, ...(!isQueued && { nextAttemptAt: null }), ...columns });
  return row.id;
}

/** Records that a provider changed, as a verb would. */
export async function tellOfProvider(now: Date, providerId: string = newUuidId("provider")): Promise<string> {
  await inTransaction(testCtx(now), (ctx) =>
    recordDirectoryEvent(ctx, providerUpdated, providerId, {
      providerId,
      status: "verified",
      changedFields: ["phone"],
    }),
  );
  return providerId;
}

/** Takes what other tests left in the queue out of it: the worker takes what is oldest, whosever it is. */
export async function emptyQueue(): Promise<void> {
  await database()
    .db.update(deliveries)
    .set({ status: "CANCELED", nextAttemptAt: null, leasedUntil: null })
    .where(and(isNull(deliveries.partnerId), eq(deliveries.status, "PENDING")));
}
