import type { Db } from "@/db/client";
import { actions } from "@/db/schema/giving";
import { goLiveWaivers, webhookProbes } from "@/db/schema/readiness";
import { apiRequests } from "@/db/schema/records";
import { deliveryAttempts } from "@/db/schema/webhooks";
import { makeAdmin, makeDelivery, type WebhookRow } from "@/db/testing/factories";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";

/** What the go-live checklist judges by. */

type RequestRow = typeof apiRequests.$inferInsert;

/** A signed read of the sandbox that was served in a millisecond. Returns its id. */
export async function makeRequest(
  db: Db,
  row: Pick<RequestRow, "partnerId" | "apiKeyId" | "at"> & Partial<RequestRow>,
): Promise<string> {
  const id = row.id ?? newPrefixedId("req");
  await db.insert(apiRequests).values({
    environment: "sandbox",
    keyClass: "sk",
    method: "GET",
    route: "/v1/partner/users",
    status: 200,
    signatureValid: true,
    durationUs: 1_000,
    address: "192.0.2.1",
    ...row,
    id,
  });
  return id;
}

type ActionRow = typeof actions.$inferInsert;

/** An action that a key submitted, with a payload of its own unless a hash is given. Returns its id. */
export async function makeAction(
  db: Db,
  row: Pick<ActionRow, "partnerId" | "createdAt"> & Partial<ActionRow>,
): Promise<string> {
  const id = newObjectId();
  await db.insert(actions).values({
    id,
    environment: "sandbox",
    idempotencyKey: `order-${id}`,
    payloadHash: id,
    status: "COMPLETED",
    actionType: "VOLUNTEER",
    amount: "1",
    amountUnits: 10_000n,
    stakeholders: [],
    metadata: {},
    actorId: newPrefixedId("key"),
    requestId: newPrefixedId("req"),
    occurredAt: row.createdAt,
    updatedAt: row.createdAt,
    ...row,
  });
  return id;
}

/** A delivery to a webhook that got this answer at this time. Returns its id. */
export async function makeAttempt(db: Db, webhook: WebhookRow, answer: { at: Date; httpStatus: number }) {
  const deliveryId = await makeDelivery(db, webhook);
  const error = answer.httpStatus < 300 ? null : `It answered ${answer.httpStatus}.`;
  await db
    .insert(deliveryAttempts)
    .values({ deliveryId, webhookId: webhook.id, n: 1, durationMs: 5, error, ...answer });
  return deliveryId;
}

type ProbeRow = typeof webhookProbes.$inferSelect;

/** A probe of a webhook that verifies, finished at this time. */
export async function makeProbe(
  db: Db,
  webhook: WebhookRow,
  { at, ...overrides }: { at: Date } & Partial<typeof webhookProbes.$inferInsert>,
): Promise<ProbeRow> {
  const { id: webhookId, partnerId, environment, url } = webhook;
  const [row] = await db
    .insert(webhookProbes)
    .values({
      ...{ id: newObjectId(), webhookId, partnerId, environment, url, startedAt: at, finishedAt: at },
      forgedDeliveryId: newPrefixedId("whd"),
      genuineDeliveryId: newPrefixedId("whd"),
      staleDeliveryId: newPrefixedId("whd"),
      ...{ refusedForged: true, acceptedGenuine: true, refusedStale: true },
      ...overrides,
    })
    .returning();
  return row!;
}

/** An item of the checklist that an administrator of its own did without. */
export async function makeWaiver(
  db: Db,
  { partnerId, itemId, at }: Pick<typeof goLiveWaivers.$inferInsert, "partnerId" | "itemId" | "at">,
): Promise<void> {
  const { id: adminId } = await makeAdmin(db);
  await db.insert(goLiveWaivers).values({ partnerId, itemId, at, adminId, reason: "Shown by other means" });
}
