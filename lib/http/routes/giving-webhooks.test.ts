import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { deliveries, webhooks } from "@/db/schema/webhooks";
import { makePortalUser } from "@/db/testing/factories";
import { localMessages } from "@/inngest/client";
import type { Message } from "@/inngest/events";
import { givingEvents } from "@/lib/contract/webhook-events";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";
import { makeWorld, submitBody, submitCall, tokenFor, type World, withToken } from "@/lib/testing/worlds";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const { db } = database();

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let receiver: Receiver;
  let world: World;
  let path: string;
  beforeAll(async () => {
    mounted = await start();
    receiver = await startReceiver();
  });
  afterAll(async () => {
    await mounted.close();
    await receiver.close();
  });
  beforeEach(async () => {
    world = await makeWorld();
    path = `/v1/partner/webhooks/${world.sandbox.webhookId}`;
    await db.update(webhooks).set({ url: receiver.url }).where(eq(webhooks.id, world.sandbox.webhookId));
  });
  const signed = (method: string, target: string, body?: object) =>
    mounted.call(sign(world.sandbox.key, jsonCall(method, target, body)));

  test("a webhook is changed, tested and given a new secret by its owner, signed or signed in", async () => {
    const changed = await signed("PATCH", path, { description: "Orders", isActive: false });
    expect(changed).toMatchObject({ status: 200, body: { description: "Orders", isActive: false } });
    const byPerson = withToken(world.token, jsonCall("PATCH", path, { isActive: true }));
    expect(await mounted.call(byPerson)).toMatchObject({ status: 200, body: { isActive: true } });

    const rotated = await signed("POST", `${path}/rotate-secret`);
    expect(rotated).toMatchObject({ status: 200, body: { secret: expect.stringMatching(/^whsec_[0-9a-f]{64}$/) } });

    const tested = await signed("POST", `${path}/test`, {});
    expect(tested).toMatchObject({ status: 200, body: { eventType: "webhook.test", status: "SUCCEEDED" } });
    const last = receiver.received.at(-1)!;
    expect(last.headers).toMatchObject({ "x-sir-event-id": tested.body.eventId, "webhook-id": tested.body.eventId });
    expect(last.headers).toHaveProperty("x-sir-signature-previous");
    expect((await signed("GET", `${path}/deliveries/${tested.body.id}`)).body.body).toBe(last.body);
  });

  test("whoever may only read changes nothing", async () => {
    const viewer = await makePortalUser(db, { partnerId: world.partner.id, role: "VIEWER" });
    const token = await tokenFor(viewer);
    const writes = [
      jsonCall("PATCH", path, { isActive: false }),
      jsonCall("POST", `${path}/rotate-secret`),
      jsonCall("POST", `${path}/test`, {}),
      jsonCall("POST", `${path}/replay`, { from: "2026-01-01T00:00:00.000Z" }),
      jsonCall("POST", `${path}/deliveries/${world.sandbox.deliveryId}/redeliver`),
    ];
    for (const call of writes) {
      expect(await mounted.call(withToken(token, call))).toMatchObject({ status: 403, code: "INSUFFICIENT_SCOPE" });
      const publishable = sign(world.sandbox.key, call, { present: "publicKey" });
      expect(await mounted.call(publishable)).toMatchObject({ status: 403, code: "SECRET_KEY_REQUIRED" });
    }
    for (const target of [`${path}/health`, "/v1/partner/webhooks/accounting", "/v1/partner/events"]) {
      expect((await mounted.call(withToken(token, { target }))).status).toBe(200);
    }
  });

  test("a redelivery is answered 202 and wakes the job at once", async () => {
    const heard: Message[] = [];
    const listen = (message: Message) => void heard.push(message);
    localMessages().on("message", listen);
    const answer = await signed("POST", `${path}/deliveries/${world.sandbox.deliveryId}/redeliver`);
    localMessages().off("message", listen);
    expect(answer).toMatchObject({
      status: 202,
      body: { status: "PENDING", redeliveryOf: world.sandbox.deliveryId, verdict: null },
    });
    expect(heard).toContainEqual(
      expect.objectContaining({
        name: "portico/delivery.due",
        data: { deliveryId: answer.body.id, webhookId: world.sandbox.webhookId, attempt: 1 },
      }),
    );
    const pending = await signed("POST", `${path}/deliveries/${answer.body.id}/redeliver`);
    expect(pending).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  });

  test("a replay says how many, first rehearsed, then done", async () => {
    await db.update(deliveries).set({ status: "EXHAUSTED" }).where(eq(deliveries.id, world.sandbox.deliveryId));
    const body = { failedSince: "2025-12-31T00:00:00.000Z" };
    const rehearsed = await signed("POST", `${path}/replay`, { ...body, dryRun: true });
    expect(rehearsed).toMatchObject({ status: 202, body: { count: 1, hasMore: false, dryRun: true } });
    const done = await signed("POST", `${path}/replay`, body);
    expect(done).toMatchObject({ status: 202, body: { count: 1, hasMore: false, dryRun: false } });
    const made = await db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.webhookId, world.sandbox.webhookId), eq(deliveries.status, "PENDING")));
    expect(made).toMatchObject([{ redeliveryOf: world.sandbox.deliveryId }]);
    const both = await signed("POST", `${path}/replay`, { ...body, from: body.failedSince });
    expect(both).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  test("the catalogue holds each event of the surface, and no webhook's place", async () => {
    const answer = await signed("GET", "/v1/partner/webhooks/event-types");
    expect(answer.status).toBe(200);
    expect(answer.body.data.map(({ type }: { type: string }) => type)).toEqual(givingEvents.map(({ name }) => name));
    for (const { sample, schema } of answer.body.data) {
      expect(sample.data.environment).toBe("sandbox");
      for (const field of schema.required) expect(sample.data).toHaveProperty(field);
    }
  });

  test("events are pulled by cursor, each once", async () => {
    expect((await mounted.call(submitCall(world.sandbox.key, submitBody()))).status).toBe(200);
    let after = "";
    const seen: { id: string; type: string }[] = [];
    await vi.waitFor(
      async () => {
        const answer = await signed("GET", `/v1/partner/events?limit=2${after && `&after=${after}`}`);
        expect(answer.status).toBe(200);
        seen.push(...answer.body.data);
        after = answer.body.nextCursor ?? after;
        expect(seen.filter(({ type }) => type === "action.completed").length).toBeGreaterThanOrEqual(2);
      },
      { timeout: 20_000, interval: 500 },
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const end = await signed("GET", `/v1/partner/events?after=${after}&types=api_key.revoked`);
    expect(end.body).toEqual({ data: [], nextCursor: after });
  });

  test.each(["after=next", "limit=0", "limit=101", "types=action.complete", "from=yesterday", "page=1"])(
    "events are not listed by ?%s",
    async (query) => {
      expect(await signed("GET", `/v1/partner/events?${query}`)).toMatchObject({
        status: 400,
        code: "VALIDATION_ERROR",
      });
    },
  );

  test("every event is accounted for, and health told", async () => {
    const { body } = await signed("GET", "/v1/partner/webhooks/accounting");
    const { committed, delivered, pending, exhausted, canceled, unsubscribed } = body;
    expect(committed).toBeGreaterThan(0);
    expect(delivered + pending + exhausted + canceled + unsubscribed).toBe(committed);
    expect(body.difference).toBe(0);
    expect(await signed("GET", `${path}/health`)).toMatchObject({ status: 200, body: { attempts24h: 0 } });
  });
});
