import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import { makePartner, makeWebhook, type PartnerRow } from "@/db/testing/factories";
import { getEventAccounting } from "@/lib/domain/webhooks/get-event-accounting";
import { getWebhookHealth } from "@/lib/domain/webhooks/get-webhook-health";
import { type DeliveryStatus, EventAccounting, WebhookHealth } from "@/lib/domain/webhooks/schemas";
import { newPrefixedId } from "@/lib/platform/ids";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const HOUR_MS = 3_600_000;
const hours = (count: number) => new Date(NOW.getTime() + count * HOUR_MS);
const NOTHING = { committed: 0, delivered: 0, pending: 0, exhausted: 0, canceled: 0, unsubscribed: 0, difference: 0 };

async function twoWebhooks(partner: PartnerRow): Promise<string[]> {
  const made = [await makeWebhook(db, { partnerId: partner.id }), await makeWebhook(db, { partnerId: partner.id })];
  return made.map(({ webhook }) => webhook.id);
}

const end = (id: string, status: DeliveryStatus) =>
  db
    .update(deliveries)
    .set({ status, nextAttemptAt: status === "PENDING" ? NOW : null })
    .where(eq(deliveries.id, id));

/** A fanned-out event whose deliveries to the webhooks ended like these. */
async function fannedOut(partner: PartnerRow, webhookIds: string[], statuses: DeliveryStatus[], now = NOW) {
  await recordUserCreated(testCtx(now), partner.id);
  await fanOutFor(testCtx(now), "");
  const rows = await db.select().from(deliveries).where(eq(deliveries.partnerId, partner.id));
  const fresh = rows.filter((row) => row.status === "PENDING" && row.attemptsMade === 0 && row.leasedUntil === null);
  const made: string[] = [];
  for (const [index, status] of statuses.entries()) {
    const row = fresh.filter((each) => each.webhookId === webhookIds[index]).at(-1)!;
    await end(row.id, status);
    await db.update(deliveries).set({ attemptsMade: 1 }).where(eq(deliveries.id, row.id));
    made.push(row.id);
  }
  return made;
}

test("each event is in one class: pending before exhausted before delivered before canceled", async () => {
  const partner = await makePartner(db);
  const ctx = partnerCtx(partner, NOW);
  expect(await getEventAccounting(ctx)).toEqual(NOTHING);
  await recordUserCreated(testCtx(NOW), partner.id);
  await fanOutFor(testCtx(NOW), "");
  const ids = await twoWebhooks(partner);
  await fannedOut(partner, ids, ["SUCCEEDED", "PENDING"]);
  await fannedOut(partner, ids, ["SUCCEEDED", "EXHAUSTED"]);
  await fannedOut(partner, ids, ["FAILED", "CANCELED"]);
  await fannedOut(partner, ids, ["SUCCEEDED", "CANCELED"]);
  await fannedOut(partner, ids, ["SUCCEEDED", "SUCCEEDED"]);
  await fannedOut(partner, ids, ["CANCELED", "CANCELED"]);
  await recordUserCreated(testCtx(NOW), partner.id);
  const accounting = await getEventAccounting(ctx);
  expect(EventAccounting.parse(accounting)).toEqual(accounting);
  expect(accounting).toEqual({
    ...{ committed: 8, pending: 2, exhausted: 2, delivered: 2, canceled: 1, unsubscribed: 1 },
    difference: 0,
  });
});

test("of the deliveries to one webhook the last one counts", async () => {
  const partner = await makePartner(db);
  const ids = await twoWebhooks(partner);
  const [failed] = await fannedOut(partner, ids, ["EXHAUSTED", "SUCCEEDED"]);
  expect(await getEventAccounting(partnerCtx(partner, NOW))).toMatchObject({ exhausted: 1, delivered: 0 });
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, failed!));
  const repeat = { ...row!, id: newPrefixedId("whd"), redeliveryOf: failed!, createdAt: hours(1) };
  await db.insert(deliveries).values({ ...repeat, status: "SUCCEEDED" });
  expect(await getEventAccounting(partnerCtx(partner, NOW))).toMatchObject({ exhausted: 0, delivered: 1 });
});

test("a delivery that is gone shows as a difference", async () => {
  const partner = await makePartner(db);
  const ids = await twoWebhooks(partner);
  const [lost] = await fannedOut(partner, ids, ["SUCCEEDED", "SUCCEEDED"]);
  await db.delete(deliveries).where(eq(deliveries.id, lost!));
  expect(await getEventAccounting(partnerCtx(partner, NOW))).toEqual({ ...NOTHING, committed: 1, difference: 1 });
});

test("environments are counted apart, the partner's own events in both, and ninety days back", async () => {
  const partner = await makePartner(db);
  const { webhook } = await makeWebhook(db, { partnerId: partner.id });
  await recordUserCreated(testCtx(NOW), partner.id, null);
  await recordUserCreated(testCtx(NOW), partner.id, "production");
  await recordUserCreated(testCtx(hours(-91 * 24)), partner.id);
  const due = await fanOutFor(testCtx(NOW), webhook.id);
  for (const each of due) await end(each.deliveryId, "SUCCEEDED");
  expect(await getEventAccounting(partnerCtx(partner, NOW))).toEqual({ ...NOTHING, committed: 1, delivered: 1 });
  expect(await getEventAccounting(partnerCtx(partner, NOW, "production"))).toEqual({
    ...NOTHING,
    committed: 2,
    unsubscribed: 2,
  });
  expect(await getEventAccounting(partnerCtx(await makePartner(db), NOW))).toEqual(NOTHING);
  expect(await db.select().from(events).where(eq(events.partnerId, partner.id))).toHaveLength(3);
});

test("a webhook's health is that of the last 24 hours, and what waits for it", async () => {
  const partner = await makePartner(db);
  const ctx = partnerCtx(partner, NOW);
  const { webhook } = await makeWebhook(db, { partnerId: partner.id });
  const webhookId = webhook.id;
  const empty = await getWebhookHealth(ctx, { webhookId });
  expect(WebhookHealth.parse(empty)).toEqual(empty);
  expect(empty).toEqual({
    ...{ attempts24h: 0, failedAttempts24h: 0, medianMs24h: null, p95Ms24h: null },
    ...{ oldestPendingAt: null, pending: 0, lastError: null },
  });
  await recordUserCreated(testCtx(hours(-3)), partner.id);
  await recordUserCreated(testCtx(hours(-2)), partner.id);
  const due = await fanOutFor(testCtx(hours(-2)), webhookId);
  const attempt = (n: number, ago: number, durationMs: number, error: string | null) => ({
    ...{ deliveryId: due[0]!.deliveryId, webhookId, n, at: hours(-ago), durationMs, error },
  });
  await db
    .insert(deliveryAttempts)
    .values([
      attempt(1, 25, 9_000, "too old"),
      attempt(2, 3, 100, "first"),
      attempt(3, 2, 200, "second"),
      attempt(4, 1, 300, null),
    ]);
  expect(await getWebhookHealth(ctx, { webhookId })).toEqual({
    ...{ attempts24h: 3, failedAttempts24h: 2, medianMs24h: 200, p95Ms24h: 290, lastError: "second" },
    ...{ pending: 2, oldestPendingAt: hours(-2).toISOString() },
  });
});
