import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { webhooks } from "@/db/schema/webhooks";
import { makeKey, makePartner, makePool, makeWebhook, type PartnerRow } from "@/db/testing/factories";
import { makeAction, makeAttempt, makeProbe, makeRequest, makeWaiver } from "@/db/testing/make-readiness";
import { evaluateGoLive, getGoLive } from "@/lib/domain/giving/go-live/get-go-live";
import { GO_LIVE_ITEM_IDS, GoLive, type GoLiveItem, type GoLiveItemId } from "@/lib/domain/giving/go-live/schemas";
import { newPrefixedId } from "@/lib/platform/ids";
import { partnerCtx, testCtx } from "@/lib/testing/context";

const { db } = database();
const NOW = new Date("2026-03-15T12:00:00.000Z");
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const later = (ms: number) => ago(-ms);

let partner: PartnerRow;
let partnerId: string;
let keyId: string;
beforeEach(async () => {
  partner = await makePartner(db, { productionAccess: "APPROVED" });
  partnerId = partner.id;
  keyId = newPrefixedId("key");
});

async function itemAt(id: GoLiveItemId, now = NOW): Promise<GoLiveItem> {
  const { items } = await evaluateGoLive(testCtx(now), partner);
  return items.find((item) => item.id === id)!;
}
// biome-ignore lint/suspicious/noExplicitAny: evidence is read by its names; what is wrong shows as a failed expectation.
const evidenceOf = async (id: GoLiveItemId, now = NOW) => (await itemAt(id, now)).evidence as any;
const statusOf = async (id: GoLiveItemId, now = NOW) => (await itemAt(id, now)).status;

type Request = Partial<Parameters<typeof makeRequest>[1]> & { at: Date };
const request = (row: Request) => makeRequest(db, { partnerId, apiKeyId: keyId, ...row });
const action = (createdAt: Date, more: Partial<Parameters<typeof makeAction>[1]> = {}) =>
  makeAction(db, { partnerId, createdAt, ...more });
const production = { environment: "production" } as const;

describe("the checklist", () => {
  test("of a partner that has done nothing is pending, item by item", async () => {
    const list = await getGoLive(partnerCtx(partner, NOW));
    expect(GoLive.parse(list)).toEqual(list);
    expect(list.ready).toBe(false);
    expect(list.items.map(({ id, status, checkedAt }) => [id, status, checkedAt])).toEqual(
      GO_LIVE_ITEM_IDS.map((id) => [id, "PENDING", NOW.toISOString()]),
    );
  });

  test("is ready when every item passes or is waived, and not one sooner", async () => {
    const { key } = await makeKey(db, { partnerId, ...production });
    await makePool(db, { partnerId, ...production });
    for (const [index, itemId] of GO_LIVE_ITEM_IDS.entries()) {
      await makeWaiver(db, { partnerId, itemId, at: ago(DAY) });
      const list = await evaluateGoLive(testCtx(NOW), partner);
      expect(list.ready).toBe(index === GO_LIVE_ITEM_IDS.length - 1);
    }
    const list = await evaluateGoLive(testCtx(NOW), partner);
    expect(GoLive.parse(list)).toEqual(list);
    // What passes by itself needs no waiver.
    expect(list.items[0]).toMatchObject({ status: "PASSED", evidence: { keyIds: [key.id] } });
    expect(list.items[0]!.evidence.waiver).toBeUndefined();
    expect(list.items[1]).toMatchObject({
      status: "WAIVED",
      evidence: { waiver: { reason: "Shown by other means", at: ago(DAY).toISOString(), observed: "PENDING" } },
    });
  });

  test("looks at the partner's own rows only", async () => {
    const stranger = await makePartner(db);
    await makeKey(db, { partnerId: stranger.id, ...production });
    await makePool(db, { partnerId: stranger.id, ...production });
    await makeWaiver(db, { partnerId: stranger.id, itemId: "retry_handling", at: ago(DAY) });
    const { webhook } = await makeWebhook(db, { partnerId: stranger.id, ...production });
    await makeAttempt(db, webhook, { at: ago(HOUR), httpStatus: 500 });
    await makeProbe(db, webhook, { at: ago(HOUR), refusedForged: false });
    const foreign = { partnerId: stranger.id, apiKeyId: keyId };
    await makeRequest(db, { ...foreign, ...production, at: ago(HOUR), signatureValid: false, status: 401 });
    await makeRequest(db, { ...foreign, at: ago(HOUR), status: 429, retryAfterSeconds: 60 });
    await makeRequest(db, { ...foreign, at: ago(HOUR - SECOND) });
    const { items } = await evaluateGoLive(testCtx(NOW), partner);
    expect(items.map(({ status }) => status)).toEqual(GO_LIVE_ITEM_IDS.map(() => "PENDING"));
  });
});

describe("live_keys", () => {
  test("passes with a usable production pair, and names it", async () => {
    const { key } = await makeKey(db, { partnerId, ...production });
    expect(await itemAt("live_keys")).toMatchObject({ status: "PASSED", evidence: { keyIds: [key.id] } });
  });

  test("asks for both halves, and for production", async () => {
    await makeKey(db, { partnerId, ...production, keyType: "publishable" });
    await makeKey(db, { partnerId });
    expect(await statusOf("live_keys")).toBe("PENDING");
  });

  test("fails once the only pair is inactive", async () => {
    const { key } = await makeKey(db, { partnerId, ...production, isActive: false });
    expect(await itemAt("live_keys")).toMatchObject({ status: "FAILED", evidence: { inactiveKeyIds: [key.id] } });
  });

  test("fails from the moment the only pair expires", async () => {
    const { key } = await makeKey(db, { partnerId, ...production, expiresAt: NOW });
    expect(await statusOf("live_keys", ago(1))).toBe("PASSED");
    expect(await itemAt("live_keys")).toMatchObject({ status: "FAILED", evidence: { expiredKeyIds: [key.id] } });
    await db
      .update(apiKeys)
      .set({ expiresAt: later(1) })
      .where(eq(apiKeys.id, key.id));
    expect(await statusOf("live_keys")).toBe("PASSED");
  });
});

describe("live_signing", () => {
  const signed = (row: Request) => request({ ...production, ...row });
  const forged = (at: Date) => signed({ at, status: 401, code: "INVALID_SIGNATURE", signatureValid: false });

  test("passes by a signed request that was served, and names the latest", async () => {
    await signed({ at: ago(2 * DAY) });
    const requestId = await signed({ at: ago(HOUR) });
    expect(await itemAt("live_signing")).toMatchObject({
      status: "PASSED",
      evidence: {
        lastSigned: { requestId, keyId, at: ago(HOUR).toISOString() },
        last24Hours: { signed: 1, failures: 0, failedRequestIds: [] },
      },
    });
  });

  test("goes stale after seven days", async () => {
    await signed({ at: NOW });
    expect(await statusOf("live_signing", later(7 * DAY))).toBe("PASSED");
    expect(await statusOf("live_signing", later(7 * DAY + 1))).toBe("PENDING");
  });

  test("takes no publishable key, no unsigned request, no refusal and no sandbox for it", async () => {
    await signed({ at: ago(HOUR), keyClass: "pk" });
    await signed({ at: ago(HOUR), signatureValid: null });
    await signed({ at: ago(HOUR), status: 404 });
    await request({ at: ago(HOUR) });
    expect(await statusOf("live_signing")).toBe("PENDING");
  });

  test("fails at five percent of wrong signatures, names them, and forgets them after a day", async () => {
    for (let made = 0; made < 19; made += 1) await signed({ at: ago(HOUR + made) });
    const requestId = await forged(ago(HOUR));
    expect(await itemAt("live_signing")).toMatchObject({
      status: "FAILED",
      evidence: { last24Hours: { signed: 20, failures: 1, failedRequestIds: [requestId] } },
    });
    await signed({ at: ago(HOUR) });
    expect(await statusOf("live_signing")).toBe("PASSED");
    await forged(ago(MINUTE));
    expect(await statusOf("live_signing")).toBe("FAILED");
    expect(await statusOf("live_signing", later(DAY))).toBe("PASSED");
  });

  test("is not failed by strangers who sign wrongly with the publishable key", async () => {
    await signed({ at: ago(HOUR) });
    await signed({ at: ago(HOUR), status: 401, signatureValid: false, keyClass: "pk" });
    expect(await statusOf("live_signing")).toBe("PASSED");
  });
});

describe("production_pool", () => {
  test("passes by an active pool with a balance, and names it", async () => {
    const pool = await makePool(db, { partnerId, ...production });
    expect(await itemAt("production_pool")).toMatchObject({
      status: "PASSED",
      evidence: { pools: [{ tokenPoolId: pool.id, status: "ACTIVE", balance: 100_000 }] },
    });
  });

  test("asks for production", async () => {
    await makePool(db, { partnerId });
    expect(await statusOf("production_pool")).toBe("PENDING");
  });

  test("fails while the pool is empty", async () => {
    await makePool(db, { partnerId, ...production, allocated: 0, balance: 0 });
    expect(await statusOf("production_pool")).toBe("FAILED");
  });

  test("fails while the pool is paused", async () => {
    const pool = await makePool(db, { partnerId, ...production });
    await db.update(tokenPools).set({ status: "PAUSED" }).where(eq(tokenPools.id, pool.id));
    expect(await statusOf("production_pool")).toBe("FAILED");
  });
});

const liveWebhook = async (more: Parameters<typeof makeWebhook>[1] = {}) =>
  (await makeWebhook(db, { partnerId, ...production, ...more })).webhook;

describe("webhook_reachable", () => {
  test("passes by the last delivery, and names it", async () => {
    const webhook = await liveWebhook();
    await makeAttempt(db, webhook, { at: ago(2 * HOUR), httpStatus: 500 });
    const deliveryId = await makeAttempt(db, webhook, { at: ago(HOUR), httpStatus: 204 });
    const { status, evidence } = await itemAt("webhook_reachable");
    expect({ status, evidence }).toMatchObject({
      status: "PASSED",
      evidence: {
        webhooks: [
          { webhookId: webhook.id, deliveryId, eventId: expect.stringMatching(/^evt_/), at: ago(HOUR).toISOString() },
        ],
      },
    });
  });

  test("goes stale after seven days", async () => {
    await makeAttempt(db, await liveWebhook(), { at: NOW, httpStatus: 200 });
    expect(await statusOf("webhook_reachable", later(7 * DAY))).toBe("PASSED");
    expect(await statusOf("webhook_reachable", later(7 * DAY + 1))).toBe("PENDING");
  });

  test("is pending until something was delivered in production", async () => {
    const { webhook } = await makeWebhook(db, { partnerId });
    await makeAttempt(db, webhook, { at: ago(HOUR), httpStatus: 200 });
    await liveWebhook();
    expect(await statusOf("webhook_reachable")).toBe("PENDING");
  });

  test("fails when the last delivery did", async () => {
    const webhook = await liveWebhook();
    await makeAttempt(db, webhook, { at: ago(2 * HOUR), httpStatus: 200 });
    await makeAttempt(db, webhook, { at: ago(HOUR), httpStatus: 302 });
    expect(await statusOf("webhook_reachable")).toBe("FAILED");
  });

  test("fails when one of several webhooks does", async () => {
    await makeAttempt(db, await liveWebhook(), { at: ago(HOUR), httpStatus: 200 });
    await makeAttempt(db, await liveWebhook(), { at: ago(HOUR), httpStatus: 500 });
    expect(await statusOf("webhook_reachable")).toBe("FAILED");
  });

  test("fails when every webhook was turned off; beside one that is on it does not matter", async () => {
    const off = await liveWebhook({ isActive: false });
    await makeAttempt(db, off, { at: ago(HOUR), httpStatus: 200 });
    expect(await statusOf("webhook_reachable")).toBe("FAILED");
    await makeAttempt(db, await liveWebhook(), { at: ago(HOUR), httpStatus: 200 });
    expect(await statusOf("webhook_reachable")).toBe("PASSED");
  });

  test("does not mind that a probe's forged and stale requests are refused", async () => {
    const webhook = await liveWebhook();
    const genuineDeliveryId = await makeAttempt(db, webhook, { at: ago(HOUR), httpStatus: 200 });
    const forgedDeliveryId = await makeAttempt(db, webhook, { at: ago(HOUR - 1), httpStatus: 401 });
    const staleDeliveryId = await makeAttempt(db, webhook, { at: ago(HOUR - 2), httpStatus: 401 });
    expect(await statusOf("webhook_reachable")).toBe("FAILED");
    await makeProbe(db, webhook, { at: ago(HOUR), genuineDeliveryId, forgedDeliveryId, staleDeliveryId });
    expect(await statusOf("webhook_reachable")).toBe("PASSED");
  });
});

describe("webhook_verification", () => {
  test("passes by the last probe, whatever became of the stale timestamp, and names its deliveries", async () => {
    const webhook = await liveWebhook();
    await makeProbe(db, webhook, { at: ago(2 * DAY), refusedForged: false });
    const probe = await makeProbe(db, webhook, { at: ago(DAY), refusedStale: false });
    expect(await itemAt("webhook_verification")).toMatchObject({
      status: "PASSED",
      evidence: {
        webhooks: [
          {
            webhookId: webhook.id,
            probeId: probe.id,
            at: ago(DAY).toISOString(),
            wrongSignatureDeliveryId: probe.forgedDeliveryId,
            correctSignatureDeliveryId: probe.genuineDeliveryId,
            refusedStaleTimestamp: false,
          },
        ],
      },
    });
  });

  test("goes stale after seven days until cutover; after that the last probe stands", async () => {
    await makeProbe(db, await liveWebhook(), { at: NOW });
    expect(await statusOf("webhook_verification", later(7 * DAY))).toBe("PASSED");
    expect(await statusOf("webhook_verification", later(7 * DAY + 1))).toBe("PENDING");
    partner = { ...partner, productionAccess: "LIVE" };
    expect(await statusOf("webhook_verification", later(70 * DAY))).toBe("PASSED");
  });

  test.each([{ refusedForged: false }, { acceptedGenuine: false }])("fails with %o", async (answer) => {
    await makeProbe(db, await liveWebhook(), { at: ago(DAY), ...answer });
    expect(await statusOf("webhook_verification")).toBe("FAILED");
  });

  test("is pending for a URL that was not probed, and while the only probe is under way", async () => {
    const webhook = await liveWebhook();
    await makeProbe(db, webhook, {
      at: ago(HOUR),
      ...{ finishedAt: null, refusedForged: null, acceptedGenuine: null, refusedStale: null },
    });
    expect(await statusOf("webhook_verification")).toBe("PENDING");
    await makeProbe(db, webhook, { at: ago(HOUR) });
    expect(await statusOf("webhook_verification")).toBe("PASSED");
    await db.update(webhooks).set({ url: "https://moved.example/hook" }).where(eq(webhooks.id, webhook.id));
    expect(await statusOf("webhook_verification")).toBe("PENDING");
  });
});

describe("idempotency_keys", () => {
  const SUBMIT = "/v1/partner/actions/submit";
  const tenActions = async (at = ago(DAY)) => {
    for (let made = 0; made < 10; made += 1) await action(new Date(at.getTime() - made * MINUTE));
  };
  const replay = (at = ago(DAY)) => request({ at, route: SUBMIT, method: "POST", replayed: true });

  test("passes by ten actions and a true replay, and names the replay", async () => {
    await tenActions();
    expect(await statusOf("idempotency_keys")).toBe("PENDING");
    const requestId = await replay();
    expect(await itemAt("idempotency_keys")).toMatchObject({
      status: "PASSED",
      evidence: { actions: 10, replays: 1, replayRequestIds: [requestId], reused: 0, samePayloadOtherKey: 0 },
    });
  });

  test("counts neither nine actions, nor production's, nor those of people", async () => {
    await replay();
    for (let made = 0; made < 9; made += 1) await action(ago(DAY));
    await action(ago(DAY), production);
    await action(ago(DAY), { actorId: partnerId });
    expect(await itemAt("idempotency_keys")).toMatchObject({ status: "PENDING", evidence: { actions: 9 } });
  });

  test("takes no person's replay and no other route's for one", async () => {
    await tenActions();
    await request({ at: ago(DAY), route: SUBMIT, replayed: true, apiKeyId: null, portalUserId: partnerId });
    await request({ at: ago(DAY), route: "/v1/partner/donations/create-link", replayed: true });
    await request({ at: ago(DAY), route: SUBMIT, replayed: true, ...production });
    expect(await statusOf("idempotency_keys")).toBe("PENDING");
  });

  test("goes stale after fourteen days", async () => {
    for (let made = 0; made < 10; made += 1) await action(NOW);
    await replay(NOW);
    expect(await statusOf("idempotency_keys", later(14 * DAY))).toBe("PASSED");
    expect(await statusOf("idempotency_keys", later(14 * DAY + 1))).toBe("PENDING");
  });

  test("fails when a key was used with another payload, for fourteen days", async () => {
    await tenActions();
    await replay();
    const requestId = await request({ at: NOW, route: SUBMIT, status: 409, code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await itemAt("idempotency_keys")).toMatchObject({
      status: "FAILED",
      evidence: { reused: 1, reusedRequestIds: [requestId] },
    });
    expect(await statusOf("idempotency_keys", later(14 * DAY))).toBe("FAILED");
    expect(await statusOf("idempotency_keys", later(14 * DAY + 1))).toBe("PENDING");
  });

  test("fails when a payload came under two keys within ten minutes, and names both actions", async () => {
    await tenActions();
    await replay();
    const payloadHash = `hash-${partnerId}`;
    const first = await action(ago(HOUR), { payloadHash });
    await action(ago(HOUR - 10 * MINUTE - 1), { payloadHash });
    expect(await statusOf("idempotency_keys")).toBe("PASSED");
    const twin = await action(ago(HOUR - 10 * MINUTE), { payloadHash });
    expect(await evidenceOf("idempotency_keys")).toMatchObject({ samePayloadOtherKey: 2 });
    expect(await itemAt("idempotency_keys")).toMatchObject({ status: "FAILED" });
    expect((await evidenceOf("idempotency_keys")).samePayloadActions).toContainEqual({
      actionId: twin,
      requestId: expect.stringMatching(/^req_/),
      repeatsActionId: first,
    });
  });
});

describe("retry_handling", () => {
  const SUBMIT = { route: "/v1/partner/actions/submit", method: "POST" };
  const refused = (at: Date, more: Partial<Request> = {}) =>
    request({ at, status: 429, code: "RATE_LIMIT_EXCEEDED", retryAfterSeconds: 30, ...more });
  const failed = (at: Date, more: Partial<Request> = {}) =>
    request({ ...SUBMIT, at, status: 500, idempotencyKeyHash: `hash-${partnerId}`, ...more });
  const retried = (at: Date, more: Partial<Request> = {}) =>
    request({ ...SUBMIT, at, idempotencyKeyHash: `hash-${partnerId}`, ...more });
  const parts = async (now = NOW) => {
    const { rateLimit, serverError } = await evidenceOf("retry_handling", now);
    return [rateLimit.status, serverError.status];
  };

  test("passes when a wait was kept and a failure retried, and names the requests", async () => {
    const refusal = await refused(ago(HOUR), { faultId: "fault" });
    const success = await request({ at: ago(HOUR - 30 * SECOND) });
    expect(await itemAt("retry_handling")).toMatchObject({ status: "PENDING" });
    const failure = await failed(ago(MINUTE));
    const retry = await retried(ago(30 * SECOND));
    expect(await itemAt("retry_handling")).toMatchObject({
      status: "PASSED",
      evidence: {
        rateLimit: {
          refusals: 1,
          proof: { requestId: refusal, keyId, faultId: "fault", retryAfterSeconds: 30, successRequestId: success },
          breach: null,
        },
        serverError: { errors: 1, proof: { requestId: failure, retryRequestId: retry }, breach: null },
      },
    });
  });

  test("a request before the wait was over is a breach; one that was under way is not", async () => {
    await refused(ago(HOUR), { durationUs: 2_000_000 });
    await request({ at: ago(HOUR - SECOND) });
    await request({ at: ago(HOUR - 30 * SECOND) });
    expect(await parts()).toEqual(["PASSED", "PENDING"]);
    const hurried = await request({ at: ago(HOUR - 29 * SECOND) });
    expect(await itemAt("retry_handling")).toMatchObject({
      status: "FAILED",
      evidence: { rateLimit: { status: "FAILED", breach: { hurriedRequestId: hurried } } },
    });
  });

  test("a wait without a success after it shows nothing yet", async () => {
    await refused(ago(HOUR));
    await request({ at: ago(HOUR - MINUTE), status: 404 });
    expect(await parts()).toEqual(["PENDING", "PENDING"]);
  });

  test("who hammers until the limit opens again has not kept the last wait either", async () => {
    await refused(ago(HOUR));
    await refused(ago(HOUR - 10 * SECOND), { retryAfterSeconds: 20 });
    await request({ at: ago(HOUR - 40 * SECOND) });
    expect(await parts()).toEqual(["FAILED", "PENDING"]);
  });

  test("refusals of requests under way at once count as one", async () => {
    await refused(ago(HOUR), { durationUs: 50_000 });
    await refused(ago(HOUR - 20), { durationUs: 50_000 });
    await request({ at: ago(HOUR - 31 * SECOND) });
    expect(await parts()).toEqual(["PASSED", "PENDING"]);
  });

  test("another key, the other half of the key, people and production are not counted", async () => {
    await refused(ago(HOUR));
    const soon = { at: ago(HOUR - SECOND) };
    await request({ ...soon, apiKeyId: newPrefixedId("key") });
    await request({ ...soon, keyClass: "pk" });
    await request({ ...soon, apiKeyId: null, portalUserId: partnerId });
    await request({ ...soon, ...production });
    await request({ at: ago(HOUR - MINUTE) });
    expect(await parts()).toEqual(["PASSED", "PENDING"]);
    await refused(ago(MINUTE), { apiKeyId: null, portalUserId: partnerId });
    await refused(ago(MINUTE), production);
    expect(await evidenceOf("retry_handling")).toMatchObject({ rateLimit: { refusals: 1 } });
  });

  test("the latest word counts, in both directions", async () => {
    await refused(ago(3 * HOUR));
    await request({ at: ago(3 * HOUR - SECOND) });
    expect(await parts()).toEqual(["FAILED", "PENDING"]);
    await refused(ago(2 * HOUR));
    await request({ at: ago(2 * HOUR - MINUTE) });
    expect(await parts()).toEqual(["PASSED", "PENDING"]);
    await refused(ago(HOUR));
    await request({ at: ago(HOUR - SECOND) });
    expect(await parts()).toEqual(["FAILED", "PENDING"]);
  });

  test("a retry with another key, on another route or without success is none", async () => {
    await failed(ago(MINUTE));
    await retried(ago(30 * SECOND), { idempotencyKeyHash: `other-${partnerId}` });
    await retried(ago(30 * SECOND), { route: "/v1/partner/actions/batch" });
    await retried(ago(30 * SECOND), { status: 402 });
    await retried(ago(2 * MINUTE));
    expect(await parts()).toEqual(["PENDING", "PENDING"]);
    await retried(ago(20 * SECOND));
    expect(await parts()).toEqual(["PENDING", "PASSED"]);
  });

  test("a failure that nobody retried within an hour is a breach, until one is retried again", async () => {
    const failure = await failed(NOW);
    expect(await parts(later(HOUR))).toEqual(["PENDING", "PENDING"]);
    const { serverError } = await evidenceOf("retry_handling", later(HOUR + 1));
    expect(serverError).toMatchObject({ status: "FAILED", breach: { requestId: failure } });
    await failed(later(HOUR), { status: 503, idempotencyKeyHash: `next-${partnerId}` });
    await retried(later(HOUR + MINUTE), { idempotencyKeyHash: `next-${partnerId}` });
    expect(await parts(later(2 * HOUR))).toEqual(["PENDING", "PASSED"]);
  });

  test("counts for as long as requests are kept", async () => {
    await refused(NOW);
    await request({ at: later(MINUTE) });
    await failed(NOW);
    await retried(later(MINUTE));
    expect(await statusOf("retry_handling", later(90 * DAY))).toBe("PASSED");
    expect(await statusOf("retry_handling", later(90 * DAY + 1))).toBe("PENDING");
  });
});
