import { and, eq, inArray } from "drizzle-orm";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import type { apiClients } from "@/db/schema/api-clients";
import { auditRecords } from "@/db/schema/records";
import { deliveries, deliveryAttempts, events, webhooks } from "@/db/schema/webhooks";
import { makeAdmin, makePartner, makeSubscription, makeWebhook } from "@/db/testing/factories";
import { attemptDelivery } from "@/lib/domain/webhooks/attempt-delivery";
import { claimAttempt } from "@/lib/domain/webhooks/claim-attempt";
import { getSchedulerPlan } from "@/lib/domain/webhooks/directory/get-scheduler-plan";
import { listDirectoryDeliveries } from "@/lib/domain/webhooks/directory/list-directory-deliveries";
import { replayDirectoryDeliveries } from "@/lib/domain/webhooks/directory/replay-directory-deliveries";
import { retryDirectoryDeliveries } from "@/lib/domain/webhooks/directory/retry-directory-deliveries";
import { retryPauseMs } from "@/lib/domain/webhooks/directory/retry-pause";
import { runDeliveries } from "@/lib/domain/webhooks/directory/run-deliveries";
import { runScheduler } from "@/lib/domain/webhooks/directory/run-scheduler";
import { RunScheduler } from "@/lib/domain/webhooks/directory/schemas";
import { fanOutEvents } from "@/lib/domain/webhooks/fan-out-events";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { sendGuarded } from "@/lib/platform/safe-fetch";
import { adminCtx, testCtx } from "@/lib/testing/context";
import { emptyQueue, makeDirectoryDelivery, makeSubscribed, tellOfProvider } from "@/lib/testing/directory-webhooks";
import { issueCertificate } from "@/lib/testing/issue-certificate";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.WEBHOOK_RETRY_CRON_MODE = "live";
  process.env.WEBHOOK_RETRY_CRON_LIVE_APPROVED = "true";
  process.env.WEBHOOK_RETRY_CRON_APPROVED_BY = "owner@example.org";
  process.env.WEBHOOK_RETRY_CRON_APPROVED_AT = "2026-01-01T00:00:00.000Z";
});

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);
const { webhooks: stripeWebhooks } = new Stripe("sk_test_unused");

const HOST = "hooks.example.com";
const certificate = { ...issueCertificate([HOST]), host: HOST };
/** The guarded sender, for which this machine is the receiver's public host. */
const send: typeof sendGuarded = (request) =>
  sendGuarded({ ...request, ca: certificate.cert, allowInsecure: true, resolve: async () => ["127.0.0.1"] });
const outside = { send, random: () => 0.5 };
const answering =
  (status: number): typeof sendGuarded =>
  async () => ({ status, headers: {}, bodySnippet: "", durationMs: 5 });
const unreachable: typeof sendGuarded = () => {
  throw new Error("Nothing must be sent.");
};

const open: Receiver[] = [];
beforeEach(emptyQueue);
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

async function startHttps(...[answer]: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(answer, certificate);
  open.push(receiver);
  return receiver;
}

const rowOf = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]!;
const attemptsOf = (id: string) => db.select().from(deliveryAttempts).where(eq(deliveryAttempts.deliveryId, id));
const auditOf = (id: string) => db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
const deliveriesTo = (webhookId: string) => db.select().from(deliveries).where(eq(deliveries.webhookId, webhookId));
const shown = async (id: string) =>
  (await listDirectoryDeliveries(adminCtx(await makeAdmin(db), NOW), {})).data.find((one) => one.id === id)!;

describe("an event of a real change", () => {
  test("is delivered at once, in the contract's form, under a signature that others can verify", async () => {
    const receiver = await startHttps();
    const { subscription, secret } = await makeSubscribed({ url: `${receiver.url}/hook` });
    const providerId = await tellOfProvider(NOW);
    const [due] = await fanOutFor(testCtx(NOW), subscription.id);
    expect(due!.deliveryId).toMatch(/^webhook-delivery-[0-9a-f-]{36}$/);
    expect(await attemptDelivery(testCtx(later(1)), due!, outside)).toBeNull();

    const [{ path, headers, body }] = receiver.received as [Receiver["received"][number]];
    const payload = { providerId, status: "verified", changedFields: ["phone"] };
    const sent = { id: due!.deliveryId, eventType: "provider.updated", subjectId: providerId, payload };
    expect(body).toBe(JSON.stringify({ ...sent, createdAt: NOW.toISOString() }));
    expect(path).toBe("/hook");
    const t = later(1).getTime() / 1000;
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "TheSeniorGuru-Webhooks/0.1",
      "x-senior-guru-event": "provider.updated",
      "x-senior-guru-signature": expect.stringMatching(new RegExp(`^t=${t},v1=[0-9a-f]{64}$`)),
    });
    expect(Object.keys(headers).filter((name) => /^x-(sir|senior)|^webhook/.test(name))).toHaveLength(2);
    const signature = String(headers["x-senior-guru-signature"]);
    const verified = stripeWebhooks.constructEvent(body, signature, secret, 300, undefined, t * 1000);
    expect(verified).toEqual(JSON.parse(body));
    expect(await shown(due!.deliveryId)).toEqual({
      ...{ id: due!.deliveryId, subscriptionId: subscription.id, eventType: "provider.updated" },
      ...{ subjectId: providerId, payload, status: "delivered", attempts: 1, createdAt: NOW.toISOString() },
      deliveredAt: expect.any(String),
    });
    const [attempt] = await attemptsOf(due!.deliveryId);
    expect(attempt).toMatchObject({ targetUrl: subscription.url, httpStatus: 200, isBlocked: false });
    expect(attempt!.signaturePreview).toBe(`${signature.slice(0, 24)}...${signature.slice(-8)}`);
  });

  test("goes to every active subscription of a served client that names it, and to nobody else", async () => {
    const subscribed = await makeSubscribed();
    const second = await makeSubscription(db, { apiClientId: subscribed.client.id });
    const suspended = await makePartner(db, { status: "SUSPENDED" });
    const others = [
      await makeSubscribed({ eventTypes: ["review.created"] }),
      await makeSubscribed({ isActive: false }),
      await makeSubscribed({ isActive: false, deletedAt: NOW }),
      await makeSubscribed({}, { status: "paused" }),
      await makeSubscribed({}, { scopes: ["providers:read"] }),
      await makeSubscribed({}, { partnerId: suspended.id }),
    ];
    const giving = await makeWebhook(db, { receiveAllEvents: true });
    await tellOfProvider(NOW);
    await recordUserCreated(testCtx(NOW), giving.webhook.partnerId);
    while (!(await fanOutEvents(testCtx(NOW))).isLast);
    expect(await deliveriesTo(subscribed.subscription.id)).toMatchObject([{ partnerId: null, status: "PENDING" }]);
    expect(await deliveriesTo(second.subscription.id)).toHaveLength(1);
    for (const { subscription } of others) expect(await deliveriesTo(subscription.id)).toEqual([]);
    expect((await deliveriesTo(giving.webhook.id)).map(({ eventType }) => eventType)).toEqual(["user.created"]);
  });

  test("is counted by how many subscriptions it went to, and made into deliveries once", async () => {
    const { subscription } = await makeSubscribed();
    const providerId = await tellOfProvider(NOW);
    await Promise.all([1, 2, 3].map(() => fanOutEvents(testCtx(NOW))));
    expect(await deliveriesTo(subscription.id)).toHaveLength(1);
    const [event] = await db.select().from(events).where(eq(events.subjectId, providerId));
    const made = await db.select().from(deliveries).where(eq(deliveries.eventId, event!.id));
    expect(event!.fannedOutTo).toBe(made.length);
  });
});

describe("an attempt", () => {
  test("that fails plans none of its own: the record is failed, and says why", async () => {
    const receiver = await startHttps((_request, response) => response.writeHead(503).end());
    const made = await makeSubscribed({ url: receiver.url });
    const id = await makeDirectoryDelivery(made, { createdAt: NOW });
    expect(await attemptDelivery(testCtx(NOW), { deliveryId: id, attempt: 1 }, outside)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ status: "FAILED", nextAttemptAt: null, leasedUntil: null });
    expect(await shown(id)).toMatchObject({ status: "failed", attempts: 1, lastError: "It answered 503." });
    expect(await listDueDeliveries(testCtx(later(100_000)), { until: later(100_000) })).not.toContainEqual(
      expect.objectContaining({ deliveryId: id }),
    );
  });

  test("answered by 410, or failing for ever, turns no subscription off", async () => {
    const made = await makeSubscribed({ consecutiveFailures: 10_000, createdAt: new Date("2020-01-01") });
    const id = await makeDirectoryDelivery(made, { createdAt: NOW });
    await attemptDelivery(testCtx(NOW), { deliveryId: id, attempt: 1 }, { ...outside, send: answering(410) });
    const [row] = await db.select().from(webhooks).where(eq(webhooks.id, made.subscription.id));
    expect(row).toMatchObject({ isActive: true, disabledReason: null });
    expect((await rowOf(id)).status).toBe("FAILED");
  });

  test.each([
    ["a paused subscription", { isActive: false }, {}, "The subscription is not active."],
    ["a revoked subscription", { isActive: false, deletedAt: NOW }, {}, "The subscription is not active."],
    ["a paused client", {}, { status: "paused" }, "The API client is not active."],
    ["a client without the scope", {}, { scopes: ["providers:read"] }, "The API client does not hold webhooks:write."],
    ["a secret that cannot be read", { secretEncrypted: "v1.00.00" }, {}, "The signing secret is not available."],
  ] as const)("to %s is blocked and sends nothing", async (_, subscription, client, error) => {
    const made = await makeSubscribed(subscription, client as Partial<typeof apiClients.$inferInsert>);
    const id = await makeDirectoryDelivery(made, { createdAt: NOW });
    expect(await listDueDeliveries(testCtx(NOW), { until: NOW })).toContainEqual(
      expect.objectContaining({ deliveryId: id, attempt: 1 }),
    );
    await attemptDelivery(testCtx(NOW), { deliveryId: id, attempt: 1 }, { ...outside, send: unreachable });
    expect(await shown(id)).toMatchObject({ status: "blocked", attempts: 1, lastError: error });
    expect(await attemptsOf(id)).toMatchObject([{ n: 1, isBlocked: true, signaturePreview: null, httpStatus: null }]);
  });

  test("never goes to a private address, whatever was allowed when the subscription was made", async () => {
    const receiver = await startHttps();
    const { port } = new URL(receiver.url);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "169.254.169.254"]) {
      const made = await makeSubscribed({ url: `https://${host}:${port}/` });
      const id = await makeDirectoryDelivery(made, { createdAt: NOW });
      await attemptDelivery(testCtx(NOW), { deliveryId: id, attempt: 1 });
      expect(await rowOf(id), host).toMatchObject({ status: "FAILED" });
    }
    expect(receiver.received).toEqual([]);
  });

  test("that was broken off between claim and record is made again under its number, with the same body", async () => {
    const receiver = await startHttps();
    const made = await makeSubscribed({ url: receiver.url });
    const id = await makeDirectoryDelivery(made, { createdAt: NOW });
    expect(await claimAttempt(testCtx(NOW), { deliveryId: id, attempt: 1, random: () => 0.5 })).toHaveProperty("claim");
    // While the lease holds nobody else takes it, neither the sweep nor a worker.
    expect((await runDeliveries(testCtx(NOW), { limit: 50, dryRun: false }, send)).data.processed).toBe(0);
    const swept = await listDueDeliveries(testCtx(later(2)), { until: later(2) });
    const due = swept.find(({ deliveryId }) => deliveryId === id);
    expect(due).toMatchObject({ attempt: 1 });
    await attemptDelivery(testCtx(later(2)), due!, outside);
    expect(await rowOf(id)).toMatchObject({ status: "SUCCEEDED", attemptsMade: 1 });
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ id, createdAt: NOW.toISOString() });
  });
});

describe("the worker", () => {
  test("sends the oldest first, before their time too, and reports each attempt", async () => {
    const receiver = await startHttps(({ path }, response) => response.writeHead(path === "/good" ? 200 : 500).end());
    const good = await makeSubscribed({ url: `${receiver.url}/good` });
    const bad = await makeSubscribed({ url: `${receiver.url}/bad` });
    const off = await makeSubscribed({ isActive: false });
    const queued = { nextAttemptAt: later(15) };
    const third = await makeDirectoryDelivery(off, { ...queued, createdAt: later(3) });
    const first = await makeDirectoryDelivery(good, { ...queued, createdAt: later(1) });
    const second = await makeDirectoryDelivery(bad, { ...queued, createdAt: later(2) });
    const last = await makeDirectoryDelivery(good, { ...queued, createdAt: later(4) });

    const rehearsal = await runDeliveries(testCtx(later(5)), { limit: 3, dryRun: true }, unreachable);
    expect(rehearsal.data).toMatchObject({ processed: 3, delivered: 0, failed: 0, blocked: 0, dryRun: true });
    expect(rehearsal.data.attempts.map(({ deliveryId, status }) => [deliveryId, status])).toEqual([
      [first, "dry_run"],
      [second, "dry_run"],
      [third, "dry_run"],
    ]);
    expect(await attemptsOf(first)).toEqual([]);

    const { data } = await runDeliveries(testCtx(later(5)), { limit: 3, dryRun: false }, send);
    expect(data).toMatchObject({ processed: 3, delivered: 1, failed: 1, blocked: 1, dryRun: false });
    expect(data.attempts).toEqual([
      {
        ...{ id: rehearsal.data.attempts[0]!.id, deliveryId: first, targetUrl: good.subscription.url },
        ...{
          status: "delivered",
          statusCode: 200,
          signaturePreview: expect.any(String),
          createdAt: expect.any(String),
        },
      },
      expect.objectContaining({ deliveryId: second, status: "failed", statusCode: 500, error: "It answered 500." }),
      expect.objectContaining({ deliveryId: third, status: "blocked", error: "The subscription is not active." }),
    ]);
    expect(data.attempts[0]!.id).toMatch(/^webhook-attempt-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    expect(await rowOf(last)).toMatchObject({ status: "PENDING", attemptsMade: 0 });
  });

  test("of several at once sends each delivery once", async () => {
    const receiver = await startHttps();
    const made = await Promise.all([1, 2, 3].map(() => makeSubscribed({ url: receiver.url })));
    for (const one of made) for (const n of [1, 2]) await makeDirectoryDelivery(one, { createdAt: later(n) });
    const runs = await Promise.all(
      [1, 2].map(() => runDeliveries(testCtx(later(9)), { limit: 6, dryRun: false }, send)),
    );
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).id)).size).toBe(6);
    expect(runs.some(({ data }) => data.delivered > 0)).toBe(true);
  });
});

describe("a retry", () => {
  test("queues the same record again, clear of how it ended, and the attempt after it is a fresh one", async () => {
    const receiver = await startHttps();
    const made = await makeSubscribed({ url: receiver.url });
    const id = await makeDirectoryDelivery(made, { createdAt: NOW });
    await attemptDelivery(testCtx(NOW), { deliveryId: id, attempt: 1 }, { ...outside, send: answering(500) });
    const admin = adminCtx(await makeAdmin(db), later(1));
    const asked = { deliveryIds: [id], reason: "It is up again", actorId: "ops-7" };
    expect((await retryDirectoryDeliveries(admin, asked)).data).toEqual({
      requeued: 1,
      deliveryIds: [id],
      status: "queued",
    });
    const queued = await shown(id);
    expect(queued).toMatchObject({ status: "queued", attempts: 1 });
    expect(queued).not.toHaveProperty("lastError");
    expect(queued).not.toHaveProperty("deliveredAt");
    expect((await rowOf(id)).nextAttemptAt).toEqual(later(16));
    expect(await auditOf(id)).toMatchObject([
      {
        ...{ action: "webhook_delivery.retried", actorType: "ADMIN", actorId: admin.actor.adminId },
        ...{ reason: "It is up again", before: { status: "failed" } },
        after: { apiClientId: made.client.id, status: "queued", actorId: "ops-7" },
      },
    ]);
    await runDeliveries(testCtx(later(2)), { limit: 1, dryRun: false }, send);
    expect(await shown(id)).toMatchObject({ status: "delivered", attempts: 2 });
    expect((await attemptsOf(id)).map(({ n }) => n).sort()).toEqual([1, 2]);
  });

  test("takes only what failed or was blocked, by ids or by one status, and ten unless told", async () => {
    const made = await makeSubscribed();
    const ended = (status: "FAILED" | "BLOCKED" | "SUCCEEDED", minutes: number) =>
      makeDirectoryDelivery(made, { status, attemptsMade: 1, createdAt: new Date(2020, 0, 1, 0, minutes) });
    const [failed, blocked, delivered] = [
      await ended("FAILED", 0),
      await ended("BLOCKED", 1),
      await ended("SUCCEEDED", 2),
    ];
    const queued = await makeDirectoryDelivery(made);
    const admin = adminCtx(await makeAdmin(db), NOW);
    const asked = { deliveryIds: [queued, delivered, blocked, failed] };
    expect((await retryDirectoryDeliveries(admin, asked)).data.deliveryIds).toEqual([failed, blocked]);
    expect((await retryDirectoryDeliveries(admin, asked)).data.deliveryIds).toEqual([]);

    const oldest = await ended("BLOCKED", 3);
    expect((await retryDirectoryDeliveries(admin, { status: "blocked", limit: 1 })).data.deliveryIds).toEqual([oldest]);
    const many = await Promise.all(Array.from({ length: 11 }, (_, n) => ended("FAILED", 10 + n)));
    expect((await retryDirectoryDeliveries(admin, {})).data.deliveryIds).toEqual(many.slice(0, 10));
    const unknown = { deliveryIds: [many[10]!, "webhook-delivery-unknown"] };
    await expect(retryDirectoryDeliveries(admin, unknown)).rejects.toMatchObject({ code: "delivery_not_found" });
    const foreign = { deliveryIds: [(await deliveriesTo((await givingDelivery()).webhook.id))[0]!.id] };
    await expect(retryDirectoryDeliveries(admin, foreign)).rejects.toMatchObject({ code: "delivery_not_found" });
    expect((await rowOf(many[10]!)).status).toBe("FAILED");
  });
});

async function givingDelivery() {
  const made = await makeWebhook(db);
  await recordUserCreated(testCtx(NOW), made.webhook.partnerId);
  await fanOutFor(testCtx(NOW), made.webhook.id);
  return made;
}

describe("a replay", () => {
  test("is a fresh record whose payload says what it repeats; the source stays", async () => {
    const receiver = await startHttps();
    const made = await makeSubscribed({ url: receiver.url });
    const source = await makeDirectoryDelivery(made, { status: "SUCCEEDED", attemptsMade: 3, createdAt: NOW });
    const admin = adminCtx(await makeAdmin(db), later(1));
    const rehearsal = await replayDirectoryDeliveries(admin, { deliveryIds: [source], dryRun: true });
    expect(rehearsal.data).toEqual({
      ...{ replayed: 0, sourceDeliveryIds: [source], replayedDeliveryIds: [], status: "queued", dryRun: true },
    });
    expect(await deliveriesTo(made.subscription.id)).toHaveLength(1);

    const { data } = await replayDirectoryDeliveries(admin, { deliveryIds: [source], dryRun: false, reason: "Lost" });
    const [id] = data.replayedDeliveryIds as [string];
    expect(id).not.toBe(source);
    const before = await shown(source);
    expect(await shown(id)).toMatchObject({
      ...{ status: "queued", attempts: 0, createdAt: later(1).toISOString(), subjectId: before.subjectId },
      payload: { ...before.payload, replayOfDeliveryId: source },
    });
    expect(before).toMatchObject({ status: "delivered", attempts: 3 });
    expect(await auditOf(id)).toMatchObject([
      {
        ...{ action: "webhook_delivery.replayed", reason: "Lost" },
        after: { apiClientId: made.client.id, sourceDeliveryId: source },
      },
    ]);
    await runDeliveries(testCtx(later(2)), { limit: 1, dryRun: false }, send);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ id, payload: { replayOfDeliveryId: source } });
  });

  test("is refused to what is still queued", async () => {
    const queued = await makeDirectoryDelivery(await makeSubscribed());
    const admin = adminCtx(await makeAdmin(db), NOW);
    const { data } = await replayDirectoryDeliveries(admin, { deliveryIds: [queued], dryRun: false });
    expect(data).toMatchObject({ replayed: 0, sourceDeliveryIds: [] });
  });
});

describe("the scheduler", () => {
  const run = (at: Date, change: Partial<RunScheduler> = {}) =>
    runScheduler(testCtx(at), RunScheduler.parse({ dryRun: false, ...change }), answering(500));
  const statusesOf = async (ids: string[]) => {
    const rows = await db.select().from(deliveries).where(inArray(deliveries.id, ids));
    return ids.map((id) => rows.find((row) => row.id === id)!.attemptsMade);
  };
  beforeEach(async () => {
    // What other tests left failed would be retried by these runs.
    await db
      .update(deliveries)
      .set({ attemptsMade: 99 })
      .where(and(inArray(deliveries.status, ["FAILED", "BLOCKED"])));
  });

  test("waits 15 minutes after the first attempt, doubles that, and ends after eight", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => retryPauseMs(n))).toEqual([
      ...[15, 30, 60, 120, 240, 480, 960].map((minutes) => minutes * MINUTE_MS),
      null,
      null,
    ]);
  });

  test("tries again what has waited its pause, to the minute, and what was tried eight times no more", async () => {
    const made = await makeSubscribed();
    const failed = (attemptsMade: number) =>
      makeDirectoryDelivery(made, { status: "FAILED", attemptsMade, createdAt: NOW, updatedAt: NOW });
    const ids = [await failed(1), await failed(2), await failed(7), await failed(8)];
    await run(new Date(later(15).getTime() - 1));
    expect(await statusesOf(ids)).toEqual([1, 2, 7, 8]);
    expect((await run(later(15))).data).toMatchObject({ failedCandidates: 1, failedRetry: { requeued: 1 } });
    expect(await statusesOf(ids)).toEqual([2, 2, 7, 8]);
    await run(later(30));
    expect(await statusesOf(ids)).toEqual([2, 3, 7, 8]);
    await run(later(960));
    expect(await statusesOf(ids)).toEqual([3, 4, 8, 8]);
    await run(later(1_000_000));
    expect(await statusesOf(ids)).toEqual([4, 5, 8, 8]);
  });

  test("takes blocked ones too, unless switched off, and no more than it was told", async () => {
    const made = await makeSubscribed({ isActive: false });
    const ended = (status: "FAILED" | "BLOCKED") =>
      makeDirectoryDelivery(made, { status, attemptsMade: 1, createdAt: NOW, updatedAt: NOW });
    const ids = [await ended("BLOCKED"), await ended("FAILED"), await ended("FAILED")];
    const without = await run(later(15), { includeBlocked: false, retryLimit: 1 });
    expect(without.data).toMatchObject({ failedCandidates: 2, blockedCandidates: 1, failedRetry: { requeued: 1 } });
    expect(without.data).not.toHaveProperty("blockedRetry");
    const rest = await run(later(15));
    expect(rest.data).toMatchObject({ failedRetry: { requeued: 1 }, blockedRetry: { requeued: 1 } });
    expect(rest.data.delivery).toMatchObject({ processed: 2, blocked: 2 });
    expect(await statusesOf(ids)).toEqual([2, 2, 2]);
  });

  test("as a preview, which is the default, counts and changes nothing", async () => {
    const made = await makeSubscribed();
    const id = await makeDirectoryDelivery(made, { status: "FAILED", attemptsMade: 1, createdAt: NOW, updatedAt: NOW });
    await makeDirectoryDelivery(made, { createdAt: NOW });
    const { data } = await runScheduler(testCtx(later(15)), RunScheduler.parse({}), unreachable);
    expect(data).toMatchObject({
      ...{ dryRun: true, retryLimit: 25, deliveryLimit: 25, failedCandidates: 1, failedRetry: { requeued: 0 } },
      delivery: { dryRun: true, processed: 1 },
    });
    expect((await rowOf(id)).status).toBe("FAILED");
  });

  test("leaves a record of who had it run, why and what came of it, and none of a preview", async () => {
    const made = await makeSubscribed({ isActive: false });
    await makeDirectoryDelivery(made, { status: "FAILED", attemptsMade: 1, createdAt: NOW, updatedAt: NOW });
    const admin = adminCtx(await makeAdmin(db), later(15));
    const asked = { reason: "The receiver is up again", actorId: "ops-7" };
    await runScheduler(admin, RunScheduler.parse(asked), unreachable);
    const { data } = await runScheduler(admin, RunScheduler.parse({ dryRun: false, ...asked }), answering(500));
    await runDeliveries(admin, { limit: 1, dryRun: true }, unreachable);
    await runDeliveries(admin, { limit: 1, dryRun: false }, answering(500));
    const { processed, delivered, failed, blocked } = data.delivery;
    const records = await db
      .select()
      .from(auditRecords)
      .where(and(eq(auditRecords.actorId, admin.actor.adminId), eq(auditRecords.targetId, "directory-deliveries")))
      .orderBy(auditRecords.position);
    expect(records).toMatchObject([
      {
        ...{ action: "webhook_scheduler.run", actorType: "ADMIN", reason: "The receiver is up again" },
        after: {
          ...{ requeued: { failed: 1, blocked: 0 }, processed, delivered, failed, blocked, actorId: "ops-7" },
        },
      },
      { action: "webhook_worker.run", after: { delivered: 0 } },
    ]);
  });

  test("says beforehand which deliveries it would queue again, why not the others, and does just that", async () => {
    const made = await makeSubscribed();
    const ended = (status: "FAILED" | "BLOCKED", attemptsMade: number) =>
      makeDirectoryDelivery(made, { status, attemptsMade, createdAt: NOW, updatedAt: NOW });
    const ids = [
      await ended("FAILED", 1),
      await ended("BLOCKED", 1),
      await ended("FAILED", 2),
      await ended("FAILED", 8),
    ];
    const { data } = await getSchedulerPlan(adminCtx(await makeAdmin(db), later(15)));
    const verdicts = ids.map((id) => data.deliveries.find((one) => one.id === id)?.verdict);
    expect(verdicts).toEqual(["due", "due", "pausing", "by_hand_only"]);
    expect(data.deliveries.find(({ id }) => id === ids[2])!.dueAt).toBe(later(30).toISOString());
    expect(data).toMatchObject({ isApproved: true, failed: 1, blocked: 1, retryLimit: 25, deliveryLimit: 25 });
    const { failedRetry, blockedRetry } = (await run(later(15))).data;
    expect([failedRetry.deliveryIds, blockedRetry?.deliveryIds]).toEqual([[ids[0]], [ids[1]]]);
  });

  test("names what one run has no room for, the oldest first", async () => {
    const made = await makeSubscribed();
    for (let n = 0; n < 26; n++) {
      await makeDirectoryDelivery(made, { status: "FAILED", attemptsMade: 1, createdAt: later(n), updatedAt: NOW });
    }
    const { data } = await getSchedulerPlan(adminCtx(await makeAdmin(db), later(60)));
    const own = data.deliveries.filter(({ subscriptionId }) => subscriptionId === made.subscription.id);
    expect(own.map(({ verdict }) => verdict)).toEqual([...Array(25).fill("due"), "beyond_limit"]);
  });
});
