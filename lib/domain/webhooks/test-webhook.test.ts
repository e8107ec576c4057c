import { eq } from "drizzle-orm";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import type { EventType } from "@/lib/domain/events/schemas";
import * as keyEvents from "@/lib/domain/keys/event-types";
import * as partnerEvents from "@/lib/domain/partners/event-types";
import * as webhookEvents from "@/lib/domain/webhooks/event-types";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { listEventTypesOf } from "@/lib/domain/webhooks/list-event-types";
import { rotateWebhookSecret } from "@/lib/domain/webhooks/rotate-webhook-secret";
import { Delivery, EventTypeList } from "@/lib/domain/webhooks/schemas";
import { testWebhookOf } from "@/lib/domain/webhooks/test-webhook";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor } from "@/lib/testing/webhook-events";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const { db } = database();
const CATALOGUE: EventType[] = [keyEvents, partnerEvents, webhookEvents].flatMap((family) => Object.values(family));
const testWebhook = testWebhookOf(CATALOGUE);

const open: Receiver[] = [];
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

async function arrange(answer?: Parameters<typeof startReceiver>[0], change: Parameters<typeof makeWebhook>[1] = {}) {
  const receiver = await startReceiver(answer);
  open.push(receiver);
  const partner = await makePartner(db);
  const { webhook, secret } = await makeWebhook(db, { partnerId: partner.id, url: receiver.url, ...change });
  // The verifying library looks at the clock.
  return { receiver, partner, ctx: partnerCtx(partner, new Date()), webhookId: webhook.id, secret };
}

describe("a test call", () => {
  test.each(CATALOGUE.map(({ name }) => name))(
    "sends %s signed, at once, in the webhook's environment",
    async (name) => {
      const { ctx, receiver, webhookId, secret } = await arrange();
      const delivery = await testWebhook(ctx, { webhookId, eventType: name });
      expect(Delivery.parse(delivery)).toEqual(delivery);
      expect(delivery).toMatchObject({ status: "SUCCEEDED", attempts: [{ n: 1, httpStatus: 200 }], verdict: null });
      const [request] = receiver.received;
      const headers = request!.headers as Record<string, string>;
      const envelope = new StandardWebhook(secret).verify(request!.body, headers);
      expect(envelope).toMatchObject({ id: delivery.eventId, type: name, data: { environment: "sandbox" } });
      const declared = CATALOGUE.find((type) => type.name === name)!;
      expect(declared.data.safeParse((envelope as { data: unknown }).data).error).toBeUndefined();
      expect(headers["x-sir-event-type"]).toBe(name);
    },
  );

  test("is verified by the former secret too, for a day after a rotation", async () => {
    const { ctx, receiver, webhookId, secret: former } = await arrange();
    const { secret } = await rotateWebhookSecret(ctx, { webhookId });
    await testWebhook(ctx, { webhookId, eventType: "webhook.test" });
    const { body } = receiver.received[0]!;
    const headers = receiver.received[0]!.headers as Record<string, string>;
    expect(headers["x-sir-signature-previous"]).toMatch(/^sha256=/);
    for (const key of [secret, former]) expect(new StandardWebhook(key).verify(body, headers)).toBeTruthy();
  });

  test("names the webhook, and reaches no other", async () => {
    const { ctx, partner, receiver, webhookId } = await arrange();
    const { webhook: other } = await makeWebhook(db, { partnerId: partner.id });
    await testWebhook(ctx, { webhookId, eventType: "webhook.test" });
    expect(JSON.parse(receiver.received[0]!.body).data).toEqual({ environment: "sandbox", webhookId, probe: false });
    expect(await fanOutFor(testCtx(ctx.now), other.id)).toEqual([]);
    expect(await db.select().from(events).where(eq(events.partnerId, partner.id))).toMatchObject([
      { isTest: true, fannedOutTo: 1 },
    ]);
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, webhookId));
    expect(audit).toMatchObject([{ action: "webhook.tested", after: { eventType: "webhook.test" } }]);
  });

  test.each([500, 410])("that is answered %d is final, and leaves the webhook as it was", async (status) => {
    const history = { consecutiveFailures: 30, lastSuccessAt: new Date("2026-01-01T00:00:00.000Z") };
    const { ctx, webhookId } = await arrange((_request, response) => void response.writeHead(status).end(), history);
    const delivery = await testWebhook(ctx, { webhookId, eventType: "webhook.test" });
    expect(delivery).toMatchObject({ status: "FAILED", nextAttemptAt: null, attempts: [{ httpStatus: status }] });
    const [webhook] = await db.select().from(webhooks).where(eq(webhooks.id, webhookId));
    expect(webhook).toMatchObject({ ...history, isActive: true, lastDeliveryAt: null });
  });

  test("serves a webhook that is off", async () => {
    const { ctx, webhookId } = await arrange(undefined, { isActive: false });
    expect(await testWebhook(ctx, { webhookId, eventType: "webhook.test" })).toMatchObject({ status: "SUCCEEDED" });
  });

  test("that the process did not survive is made again by the sweep, once", async () => {
    const { ctx, webhookId } = await arrange();
    const killed = () => Promise.reject(new Error("killed"));
    await expect(testWebhook(ctx, { webhookId, eventType: "webhook.test" }, killed)).rejects.toThrow("killed");
    const [row] = await db.select().from(deliveries).where(eq(deliveries.webhookId, webhookId));
    expect(row).toMatchObject({ status: "PENDING", attemptsMade: 1 });
    const until = new Date(ctx.now.getTime() + 60_000);
    const due = (await listDueDeliveries(testCtx(until), { until })).filter((each) => each.webhookId === webhookId);
    expect(due).toMatchObject([{ deliveryId: row!.id, attempt: 1 }]);
    const { attemptDelivery } = await import("@/lib/domain/webhooks/attempt-delivery");
    const failing = {
      send: async () => ({ status: 500, headers: {}, bodySnippet: "", durationMs: 1 }),
      random: () => 0,
    };
    expect(await attemptDelivery(testCtx(until), due[0]!, failing)).toBeNull();
    expect((await db.select().from(deliveries).where(eq(deliveries.id, row!.id)))[0]).toMatchObject({
      status: "FAILED",
      attemptsMade: 1,
    });
  });
});

test("the catalogue shows each event with a whole sample and the schema of its data", async () => {
  const ctx = partnerCtx(await makePartner(db), new Date(), "production");
  const list = await listEventTypesOf(CATALOGUE)(ctx);
  expect(EventTypeList.parse(list)).toEqual(list);
  expect(list.data.map(({ type }) => type)).toEqual(CATALOGUE.map(({ name }) => name));
  for (const { type, sample, schema } of list.data) {
    expect(sample).toMatchObject({ type, data: { environment: "production" } });
    expect(schema).toMatchObject({ type: "object", properties: { environment: { enum: ["sandbox", "production"] } } });
    const fields = Object.keys(schema.properties as object);
    expect(Object.keys(sample.data as object).toSorted()).toEqual(fields.toSorted());
  }
});
