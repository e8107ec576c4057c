import { createHmac } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { webhookProbes } from "@/db/schema/readiness";
import { auditRecords } from "@/db/schema/records";
import { deliveries, deliveryAttempts, events, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { getEventAccounting } from "@/lib/domain/webhooks/get-event-accounting";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { probeWebhook } from "@/lib/domain/webhooks/probe-webhook";
import { WebhookProbe } from "@/lib/domain/webhooks/schemas";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { type Received, type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const { db } = database();

const open: Receiver[] = [];
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

type Judge = (secret: string, request: Received) => number;

async function arrange(judge: Judge, change: Parameters<typeof makeWebhook>[1] = {}) {
  let secret = "";
  const receiver = await startReceiver((request, response) => {
    response.writeHead(judge(secret, request)).end();
  });
  open.push(receiver);
  const partner = await makePartner(db);
  const made = await makeWebhook(db, { partnerId: partner.id, url: receiver.url, ...change });
  secret = made.secret;
  return { receiver, ctx: partnerCtx(partner, new Date()), webhook: made.webhook, secret };
}

const signatureFor = (secret: string, { headers, body }: Received) =>
  `sha256=${createHmac("sha256", secret).update(`${headers["x-sir-timestamp"]}.${body}`).digest("hex")}`;
const isSigned = (secret: string, request: Received) =>
  request.headers["x-sir-signature"] === signatureFor(secret, request);
const isRecent = ({ headers }: Received) => Math.abs(Date.now() / 1000 - Number(headers["x-sir-timestamp"])) <= 300;

const verifying: Judge = (secret, request) => (isSigned(secret, request) && isRecent(request) ? 204 : 401);

describe("a probe", () => {
  test("passes a receiver that verifies, and is recorded as what it sent", async () => {
    const { ctx, receiver, webhook } = await arrange(verifying);
    const probe = await probeWebhook(ctx, { webhookId: webhook.id });
    expect(WebhookProbe.parse(probe)).toEqual(probe);
    expect(probe).toMatchObject({
      webhookId: webhook.id,
      environment: "sandbox",
      passed: true,
      wrongSignature: { httpStatus: 401, error: null, passed: true },
      correctSignature: { httpStatus: 204, error: null, passed: true },
      staleTimestamp: { httpStatus: 401, error: null, passed: true },
    });
    for (const { body, headers } of receiver.received) {
      const data = { environment: "sandbox", webhookId: webhook.id, probe: true };
      expect(JSON.parse(body)).toMatchObject({ type: "webhook.test", data });
      expect(headers["x-sir-attempt"]).toBe("1");
    }
    const sent = [probe.wrongSignature, probe.correctSignature, probe.staleTimestamp];
    const ids = sent.map(({ deliveryId }) => deliveryId);
    expect(receiver.received.map(({ headers }) => headers["x-sir-delivery-id"]).toSorted()).toEqual(ids.toSorted());
    const made = await db.select().from(deliveries).where(eq(deliveries.webhookId, webhook.id));
    expect(made.map(({ id, status }) => [id, status]).toSorted()).toEqual(
      ids.map((id) => [id, "SUCCEEDED"]).toSorted(),
    );
    const attempts = await db.select().from(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids));
    expect(attempts.map(({ httpStatus, error }) => [httpStatus, error])).toEqual(
      expect.arrayContaining([
        [401, null],
        [204, null],
        [401, null],
      ]),
    );
    expect(await db.select().from(webhookProbes).where(eq(webhookProbes.id, probe.id))).toMatchObject([
      { refusedForged: true, acceptedGenuine: true, refusedStale: true, url: webhook.url },
    ]);
    expect(await db.select().from(auditRecords).where(eq(auditRecords.targetId, webhook.id))).toMatchObject([
      { action: "webhook.probed", after: { probeId: probe.id } },
    ]);
  });

  test("signs wrongly in both schemes, rightly in both, and rightly under an old timestamp", async () => {
    const { ctx, receiver, webhook, secret } = await arrange(() => 200);
    const { wrongSignature, correctSignature, staleTimestamp } = await probeWebhook(ctx, { webhookId: webhook.id });
    const requestOf = ({ deliveryId }: { deliveryId: string }) =>
      receiver.received.find(({ headers }) => headers["x-sir-delivery-id"] === deliveryId)!;
    const standard = (request: Received) =>
      new StandardWebhook(secret).verify(request.body, request.headers as Record<string, string>);
    expect(isSigned(secret, requestOf(wrongSignature))).toBe(false);
    expect(() => standard(requestOf(wrongSignature))).toThrow("No matching signature");
    expect(isSigned(secret, requestOf(correctSignature))).toBe(true);
    expect(standard(requestOf(correctSignature))).toMatchObject({ type: "webhook.test" });
    expect(isSigned(secret, requestOf(staleTimestamp))).toBe(true);
    expect(isRecent(requestOf(staleTimestamp))).toBe(false);
    expect(() => standard(requestOf(staleTimestamp))).toThrow("timestamp too old");
  });

  test("fails a receiver that accepts everything, and says why", async () => {
    const { ctx, webhook } = await arrange(() => 200);
    const probe = await probeWebhook(ctx, { webhookId: webhook.id });
    expect(probe).toMatchObject({
      passed: false,
      wrongSignature: { httpStatus: 200, passed: false, error: "It accepted a wrong signature." },
      correctSignature: { passed: true },
      staleTimestamp: { passed: false, error: null },
    });
    const statuses = await db
      .select({ status: deliveries.status })
      .from(deliveries)
      .where(and(eq(deliveries.webhookId, webhook.id), eq(deliveries.id, probe.wrongSignature.deliveryId)));
    expect(statuses).toEqual([{ status: "FAILED" }]);
  });

  test("fails a receiver that refuses everything", async () => {
    const { ctx, webhook } = await arrange(() => 401);
    expect(await probeWebhook(ctx, { webhookId: webhook.id })).toMatchObject({
      passed: false,
      wrongSignature: { passed: true },
      correctSignature: { passed: false, error: "It answered 401." },
    });
  });

  test("does not take a fault of the receiver's for a refusal", async () => {
    const { ctx, webhook } = await arrange((secret, request) => (isSigned(secret, request) ? 200 : 500));
    expect(await probeWebhook(ctx, { webhookId: webhook.id })).toMatchObject({
      passed: false,
      wrongSignature: { httpStatus: 500, passed: false, error: "It answered 500." },
    });
  });

  test("passes one that only ignores old timestamps: that is advice", async () => {
    const { ctx, webhook } = await arrange((secret, request) => (isSigned(secret, request) ? 200 : 403));
    const probe = await probeWebhook(ctx, { webhookId: webhook.id });
    expect(probe).toMatchObject({ passed: true, staleTimestamp: { passed: false } });
  });

  test.each([401, 410, 500])(
    "answered %d throughout leaves the webhook as it was, and is never repeated",
    async (code) => {
      const history = { consecutiveFailures: 30, lastSuccessAt: new Date("2026-01-01T00:00:00.000Z") };
      const { ctx, webhook } = await arrange(() => code, history);
      await probeWebhook(ctx, { webhookId: webhook.id });
      const [row] = await db.select().from(webhooks).where(eq(webhooks.id, webhook.id));
      expect(row).toMatchObject({ ...history, isActive: true, lastDeliveryAt: null });
      const until = new Date(ctx.now.getTime() + 86_400_000);
      const due = await listDueDeliveries(testCtx(until), { until });
      expect(due.filter(({ webhookId }) => webhookId === webhook.id)).toEqual([]);
    },
  );

  test("accounts for its events, which reach no other webhook", async () => {
    const { ctx, webhook } = await arrange(verifying);
    await makeWebhook(db, { partnerId: ctx.partner.id });
    await probeWebhook(ctx, { webhookId: webhook.id });
    const rows = await db.select().from(events).where(eq(events.partnerId, ctx.partner.id));
    expect(rows.map(({ isTest, fannedOutTo }) => [isTest, fannedOutTo])).toEqual(Array(3).fill([true, 1]));
    expect(await getEventAccounting(ctx)).toMatchObject({ committed: 3, delivered: 3, difference: 0 });
  });

  test("the process did not survive leaves a probe without a result, and nothing that would be sent", async () => {
    const { ctx, webhook } = await arrange(verifying);
    const killed = () => Promise.reject(new Error("killed"));
    await expect(probeWebhook(ctx, { webhookId: webhook.id }, killed)).rejects.toThrow("killed");
    expect(await db.select().from(webhookProbes).where(eq(webhookProbes.webhookId, webhook.id))).toMatchObject([
      { finishedAt: null, acceptedGenuine: null },
    ]);
    expect(await db.select().from(deliveries).where(eq(deliveries.webhookId, webhook.id))).toEqual([]);
  });
});
