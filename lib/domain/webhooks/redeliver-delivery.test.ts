import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { attemptDelivery, type Outside } from "@/lib/domain/webhooks/attempt-delivery";
import { getDelivery } from "@/lib/domain/webhooks/get-delivery";
import { listDeliveries } from "@/lib/domain/webhooks/list-deliveries";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { verdictOf } from "@/lib/domain/webhooks/present-delivery";
import { redeliverDelivery } from "@/lib/domain/webhooks/redeliver-delivery";
import { Delivery } from "@/lib/domain/webhooks/schemas";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const MINUTE_MS = 60_000;

/** Answers with this status, and keeps what was asked. */
function answering(status: number) {
  const asked: { url: string; body: string; eventId: string }[] = [];
  const send: Outside["send"] = async ({ url, body, headers }) => {
    asked.push({ url, body: String(body), eventId: headers!["webhook-id"]! });
    return { status, headers: {}, bodySnippet: "", durationMs: 5 };
  };
  return { asked, outside: { send, random: () => 0.5 } };
}

/** A delivery to a webhook that ended like this: succeeded, failed for good, or canceled before any attempt. */
async function arrange(ended: "SUCCEEDED" | "FAILED" | "CANCELED") {
  const partner = await makePartner(db);
  const { webhook } = await makeWebhook(db, { partnerId: partner.id });
  await recordUserCreated(testCtx(NOW), partner.id);
  const [due] = await fanOutFor(testCtx(NOW), webhook.id);
  const deliveryId = due!.deliveryId;
  if (ended === "CANCELED") {
    const canceled = { status: "CANCELED" as const, nextAttemptAt: null };
    await db.update(deliveries).set(canceled).where(eq(deliveries.id, deliveryId));
  } else {
    await attemptDelivery(testCtx(NOW), due!, answering(ended === "SUCCEEDED" ? 200 : 410).outside);
    await db.update(webhooks).set({ isActive: true }).where(eq(webhooks.id, webhook.id));
  }
  const ctx = partnerCtx(partner, new Date(NOW.getTime() + MINUTE_MS));
  return { ctx, webhookId: webhook.id, deliveryId };
}

describe("a redelivery", () => {
  test("is a new delivery of the same event and bytes, due now, to the URL of today", async () => {
    const { ctx, webhookId, deliveryId } = await arrange("FAILED");
    await db.update(webhooks).set({ url: "https://moved.example/hooks" }).where(eq(webhooks.id, webhookId));
    const made = await redeliverDelivery(ctx, { webhookId, deliveryId });
    expect(Delivery.parse(made)).toEqual(made);
    const original = await getDelivery(ctx, { webhookId, deliveryId });
    expect(made).toMatchObject({ status: "PENDING", redeliveryOf: deliveryId, verdict: null, attempts: [] });
    expect(made.id).not.toBe(deliveryId);
    expect([made.eventId, made.nextAttemptAt]).toEqual([original.eventId, ctx.now.toISOString()]);

    const due = (await listDueDeliveries(testCtx(ctx.now), { until: ctx.now })).find(
      (each) => each.deliveryId === made.id,
    );
    const { asked, outside } = answering(200);
    await attemptDelivery(testCtx(ctx.now), due!, outside);
    expect(asked).toEqual([{ url: "https://moved.example/hooks", body: original.body, eventId: original.eventId }]);
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, made.id));
    expect(audit).toMatchObject([{ action: "delivery.redelivered", after: { redeliveryOf: deliveryId } }]);
  });

  test.each([
    ["FAILED", 200, "FIXED"],
    ["CANCELED", 200, "FIXED"],
    ["FAILED", 410, "SAME"],
    ["CANCELED", 410, "SAME"],
    ["SUCCEEDED", 200, "SAME"],
    ["SUCCEEDED", 410, "REGRESSED"],
  ] as const)("of one that ended %s and is now answered %d is %s", async (ended, status, verdict) => {
    const { ctx, webhookId, deliveryId } = await arrange(ended);
    const { id } = await redeliverDelivery(ctx, { webhookId, deliveryId });
    await attemptDelivery(testCtx(ctx.now), { deliveryId: id, attempt: 1 }, answering(status).outside);
    expect(await getDelivery(ctx, { webhookId, deliveryId: id })).toMatchObject({ verdict });
    const { data } = await listDeliveries(ctx, { webhookId, page: 1, limit: 20 });
    expect(data.map((each) => [each.id, each.verdict])).toEqual([
      [id, verdict],
      [deliveryId, null],
    ]);
  });

  test("has no verdict while it may still arrive, nor when nothing was attempted", () => {
    const repeated = { error: "It answered 500." };
    expect(verdictOf({ status: "PENDING", redeliveryOf: "whd_1" }, { error: "It answered 500." }, repeated)).toBeNull();
    expect(verdictOf({ status: "CANCELED", redeliveryOf: "whd_1" }, undefined, repeated)).toBeNull();
    expect(verdictOf({ status: "SUCCEEDED", redeliveryOf: null }, { error: null }, undefined)).toBeNull();
  });

  test("is refused while the delivery is pending, and while the webhook is off", async () => {
    const { ctx, webhookId, deliveryId } = await arrange("FAILED");
    const { id } = await redeliverDelivery(ctx, { webhookId, deliveryId });
    const refused = { code: "invalid_state_transition" };
    await expect(redeliverDelivery(ctx, { webhookId, deliveryId: id })).rejects.toMatchObject(refused);
    await db.update(webhooks).set({ isActive: false }).where(eq(webhooks.id, webhookId));
    await expect(redeliverDelivery(ctx, { webhookId, deliveryId })).rejects.toMatchObject(refused);
  });

  test("of a test is as final as the test", async () => {
    const { ctx, webhookId, deliveryId } = await arrange("FAILED");
    const [row] = await db.select().from(deliveries).where(eq(deliveries.id, deliveryId));
    await db.update(events).set({ isTest: true }).where(eq(events.id, row!.eventId));
    const { id } = await redeliverDelivery(ctx, { webhookId, deliveryId });
    const next = await attemptDelivery(testCtx(ctx.now), { deliveryId: id, attempt: 1 }, answering(500).outside);
    expect(next).toBeNull();
    expect(await getDelivery(ctx, { webhookId, deliveryId: id })).toMatchObject({ status: "FAILED" });
  });
});
