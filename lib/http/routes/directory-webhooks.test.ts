import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apiClients } from "@/db/schema/api-clients";
import { apiRequests, auditRecords } from "@/db/schema/records";
import { deliveryAttempts, webhooks } from "@/db/schema/webhooks";
import { connection } from "@/lib/domain/connection";
import { WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";
import { REASONS } from "@/lib/domain/webhooks/directory/verify-signature";
import { adminRoutes } from "@/lib/http/routes/admin";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { hmacSha256Hex, sha256Hex } from "@/lib/platform/crypto";
import { signInAdmin } from "@/lib/testing/admins";
import { makeClient, postAs } from "@/lib/testing/directory";
import { emptyQueue, makeDirectoryDelivery, makeSubscribed } from "@/lib/testing/directory-webhooks";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const SUBSCRIPTIONS = "/api/v1/admin/webhook-subscriptions";
const DELIVERIES = "/api/v1/admin/webhook-deliveries";
const VERIFY = "/api/v1/partner/webhooks/verify";
const unixNow = () => Math.floor(Date.now() / 1000);
type Shown = { id: string; subscriptionId: string; deliveryId: string };
const TARGET = "https://93.184.216.34/hook";

describe.each(mounts)("through $name", ({ start }) => {
  let admin: Mounted;
  let partner: Mounted;
  let token: string;
  beforeAll(async () => {
    [admin, partner] = await Promise.all([start(adminRoutes), start(directoryRoutes)]);
    ({ token } = await signInAdmin());
  });
  afterAll(() => Promise.all([admin.close(), partner.close()]));

  const get = (target: string) => admin.call(withToken(token, { target }));
  const write = (target: string, body: unknown, method = "POST") =>
    admin.call(withToken(token, jsonCall(method, target, body)));

  describe("a subscription", () => {
    test("is made for a client, once with its secret, and nothing reads that secret again", async () => {
      const { client } = await makeClient();
      const eventTypes = ["review.created", "provider.updated", "review.created"];
      const answer = await write(SUBSCRIPTIONS, { apiClientId: client.id, targetUrl: TARGET, eventTypes });
      expect(answer.status).toBe(201);
      const { signingSecret, ...subscription } = answer.body.data;
      expect(signingSecret).toMatch(/^whsec_[A-Za-z0-9_-]{32}$/);
      expect(subscription).toEqual({
        id: expect.stringMatching(/^webhook-subscription-[0-9a-f-]{36}$/),
        apiClientId: client.id,
        targetUrl: TARGET,
        eventTypes: ["review.created", "provider.updated"],
        signingSecretPreview: `${signingSecret.slice(0, 8)}...${signingSecret.slice(-4)}`,
        status: "active",
        createdAt: expect.any(String),
      });
      const listed = await get(`${SUBSCRIPTIONS}?apiClientId=${client.id}`);
      expect(listed.body).toEqual({ data: [subscription] });
      const [row] = await db.select().from(webhooks).where(eq(webhooks.id, subscription.id));
      expect(row!.secretDigest).toBe(sha256Hex(signingSecret));
      const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, subscription.id));
      expect(audit.map(({ action }) => action)).toEqual(["webhook_subscription.created"]);
      expect(JSON.stringify([row, audit])).not.toContain(signingSecret);
    });

    test.each([
      ["http", "http://93.184.216.34/hook"],
      ["credentials in it", "https://user:secret@93.184.216.34/hook"],
      ["no host", "https:///hook"],
      ["no URL", "partner.example/hook"],
      ["another scheme", "ftp://93.184.216.34/hook"],
      ["the loopback address", "https://127.0.0.1/hook"],
      ["another loopback address", "https://127.9.8.7:8443/hook"],
      ["the loopback name", "https://localhost/hook"],
      ["the IPv6 loopback address", "https://[::1]/hook"],
      ["a mapped loopback address", "https://[::ffff:127.0.0.1]/hook"],
      ["the loopback address as a number", "https://2130706433/hook"],
      ["the loopback address in octal", "https://0177.0.0.1/hook"],
      ["the address of no host", "https://0.0.0.0/hook"],
      ["a private address", "https://10.1.2.3/hook"],
      ["another private address", "https://192.168.0.1/hook"],
      ["a third private address", "https://172.16.0.1/hook"],
      ["a unique local address", "https://[fd00::1]/hook"],
      ["a link-local address", "https://169.254.1.1/hook"],
      ["the metadata service", "https://169.254.169.254/latest/meta-data"],
      ["a carrier's private address", "https://100.64.0.1/hook"],
      ["a name inside", "https://metadata.google.internal/hook"],
      ["a single label", "https://intranet/hook"],
      ["a port of another service", "https://93.184.216.34:22/hook"],
    ])("is refused with %s", async (_, targetUrl) => {
      const { client } = await makeClient();
      const refused = await write(SUBSCRIPTIONS, {
        apiClientId: client.id,
        targetUrl,
        eventTypes: ["provider.updated"],
      });
      expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
      expect(refused.body.error).toContain("targetUrl");
      expect((await get(`${SUBSCRIPTIONS}?apiClientId=${client.id}`)).body.data).toEqual([]);
    });

    test("needs a client that is active and holds the scope, and event types of the list", async () => {
      const { client } = await makeClient();
      const eventTypes = ["provider.updated"];
      const whole = { apiClientId: client.id, targetUrl: TARGET, eventTypes };
      const refused = [
        [{ ...whole, apiClientId: "api-client-unknown" }, "apiClientId"],
        [{ ...whole, apiClientId: (await makeClient({ status: "paused" })).client.id }, "apiClientId"],
        [{ ...whole, apiClientId: (await makeClient({ scopes: ["usage:read"] })).client.id }, "webhooks:write"],
        [{ ...whole, eventTypes: [] }, "eventTypes"],
        [{ ...whole, eventTypes: ["provider.updated", "user.created"] }, "eventTypes"],
        [{ ...whole, eventTypes: undefined }, "eventTypes"],
        [{ ...whole, targetUrl: undefined }, "targetUrl"],
        [{ ...whole, apiClientId: undefined }, "apiClientId"],
      ] as const;
      for (const [body, field] of refused) {
        const answer = await write(SUBSCRIPTIONS, body);
        expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
        expect(answer.body.error).toContain(field);
      }
      expect((await write(SUBSCRIPTIONS, { ...whole, eventTypes: WEBHOOK_EVENT_TYPES })).status).toBe(201);
    });

    test("is paused, resumed and revoked, and stays revoked", async () => {
      const { subscription } = await makeSubscribed();
      const to = (status: string) => write(`${SUBSCRIPTIONS}/${subscription.id}`, { status }, "PATCH");
      for (const status of ["paused", "active", "active", "revoked"]) {
        expect(await to(status)).toMatchObject({ status: 200, body: { data: { id: subscription.id, status } } });
      }
      expect(await to("active")).toMatchObject({ status: 409, code: "invalid_state_transition" });
      expect(await to("gone")).toMatchObject({ status: 422, code: "validation_failed" });
      const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, subscription.id));
      expect(audit.map(({ action }) => action)).toEqual([
        "webhook_subscription.paused",
        "webhook_subscription.resumed",
        "webhook_subscription.revoked",
      ]);
      const unknown = await write(`${SUBSCRIPTIONS}/webhook-subscription-unknown`, { status: "paused" }, "PATCH");
      expect(unknown).toMatchObject({ status: 404, code: "subscription_not_found" });
    });
  });

  describe("a delivery", () => {
    test("is read with each of its attempts, and with nothing that its receiver wrote", async () => {
      const subscribed = await makeSubscribed();
      const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));
      const ended = { status: "FAILED", attemptsMade: 3, createdAt: at(0), updatedAt: at(45) } as const;
      const id = await makeDirectoryDelivery(subscribed, ended);
      const told = {
        deliveryId: id,
        responseSnippet: "PRIVATE words",
        signaturePreview: "t=1,v1=abc",
        targetUrl: TARGET,
      };
      await db.insert(deliveryAttempts).values([
        { ...told, n: 1, at: at(1), httpStatus: 500, durationMs: 120, error: "The receiver answered 500." },
        { ...told, n: 3, at: at(45), durationMs: 0, error: "The subscription is paused.", isBlocked: true },
        { ...told, n: 2, at: at(16), durationMs: 10_000, error: "The receiver did not answer in time." },
      ]);
      const { status, body, text } = await get(`${DELIVERIES}/${id}`);
      expect(status).toBe(200);
      expect(body.data).toMatchObject({
        id,
        subscriptionId: subscribed.subscription.id,
        status: "failed",
        attempts: 3,
      });
      // 15 minutes, doubled for each attempt after the first.
      expect(body.data.nextAttemptAt).toBe("2026-03-01T13:45:00.000Z");
      expect(body.data.attemptLog).toEqual([
        {
          ...{ n: 1, at: at(1).toISOString(), status: "failed", statusCode: 500, durationMs: 120 },
          error: "The receiver answered 500.",
        },
        {
          ...{ n: 2, at: at(16).toISOString(), status: "failed", durationMs: 10_000 },
          error: "The receiver did not answer in time.",
        },
        {
          ...{ n: 3, at: at(45).toISOString(), status: "blocked", durationMs: 0 },
          error: "The subscription is paused.",
        },
      ]);
      expect(text).not.toMatch(/PRIVATE|whsec_|v1=/);
    });

    test("that ended for good says no time of a next attempt, and one that is none is not found", async () => {
      const exhausted = await makeDirectoryDelivery(await makeSubscribed(), { status: "FAILED", attemptsMade: 8 });
      expect((await get(`${DELIVERIES}/${exhausted}`)).body.data).not.toHaveProperty("nextAttemptAt");
      const queued = await makeDirectoryDelivery(await makeSubscribed());
      expect((await get(`${DELIVERIES}/${queued}`)).body.data).toMatchObject({
        ...{ status: "queued", attemptLog: [], nextAttemptAt: expect.any(String) },
      });
      const missing = await get(`${DELIVERIES}/webhook-delivery-none`);
      expect(missing).toMatchObject({ status: 404, code: "delivery_not_found" });
    });
  });

  describe("deliveries", () => {
    beforeEach(emptyQueue);

    test("are queued by hand for each subscription to the event, listed, and blocked by the worker where they must be", async () => {
      const { subscription } = await makeSubscribed({ eventTypes: ["ad.click.recorded"] });
      const payload = { placementKey: "a-place", recordedAt: "2026-05-14T21:00:00.000Z" };
      const event = { eventType: "ad.click.recorded", subjectId: "a-place", payload };
      const queued = await write(DELIVERIES, event);
      expect(queued.status).toBe(201);
      const mine = queued.body.data.filter(({ subscriptionId }: Shown) => subscriptionId === subscription.id);
      expect(mine).toEqual([
        {
          ...{ id: expect.stringMatching(/^webhook-delivery-[0-9a-f-]{36}$/), subscriptionId: subscription.id },
          ...{ ...event, status: "queued", attempts: 0, createdAt: expect.any(String) },
        },
      ]);
      await write(`${SUBSCRIPTIONS}/${subscription.id}`, { status: "paused" }, "PATCH");
      const rehearsed = await write(`${DELIVERIES}/run`, { limit: 50 });
      expect(rehearsed.body.data).toMatchObject({ dryRun: true, delivered: 0, failed: 0, blocked: 0 });
      expect(rehearsed.body.data.attempts.map(({ deliveryId }: Shown) => deliveryId)).toContain(mine[0].id);
      const ran = await write(`${DELIVERIES}/run`, { limit: 50, dryRun: false });
      expect(ran.body.data.attempts).toContainEqual(
        expect.objectContaining({ deliveryId: mine[0].id, status: "blocked", targetUrl: subscription.url }),
      );
      const blocked = await get(`${DELIVERIES}?status=blocked`);
      expect(blocked.body.data.find(({ id }: Shown) => id === mine[0].id)).toMatchObject({
        status: "blocked",
        attempts: 1,
      });
      expect((await get(`${DELIVERIES}?status=queued`)).body.data).not.toContainEqual(
        expect.objectContaining({ id: mine[0].id }),
      );
    });

    test("an unknown event, status, limit or id is refused", async () => {
      const refusals = [
        write(DELIVERIES, { eventType: "user.created", payload: {} }),
        write(DELIVERIES, { eventType: "provider.updated" }),
        ...["run", "retry", "replay"].flatMap((path) =>
          [0, 51, 1.5, "9"].map((limit) => write(`${DELIVERIES}/${path}`, { limit })),
        ),
        ...["retryLimit", "deliveryLimit"].flatMap((name) =>
          [0, 51].map((limit) => write(`${DELIVERIES}/scheduler`, { [name]: limit })),
        ),
        write(`${DELIVERIES}/retry`, { status: "delivered" }),
        write(`${DELIVERIES}/replay`, { status: "queued" }),
        get(`${DELIVERIES}?status=lost`),
        get(`${DELIVERIES}/replay/export?limit=501`),
        get(`${DELIVERIES}/replay/export?limit=0`),
        get(`${DELIVERIES}/replay/export?sourceStatus=lost`),
        get(`${DELIVERIES}/replay/export?since=yesterday`),
        get(`${DELIVERIES}/replay/export?format=xml`),
      ];
      for (const answer of await Promise.all(refusals)) {
        expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
      }
      for (const path of ["retry", "replay"]) {
        const unknown = await write(`${DELIVERIES}/${path}`, { deliveryIds: ["webhook-delivery-unknown"] });
        expect(unknown).toMatchObject({ status: 404, code: "delivery_not_found" });
      }
    });

    test("a blank filter, limit or format of the replays means none was given", async () => {
      const blank = ["limit", "format", "sourceStatus", "since", "auditedOnly", "apiClientId"];
      const { status, body } = await get(`${DELIVERIES}/replay/export?${blank.map((name) => `${name}=%20`).join("&")}`);
      expect({ status, ...body.data }).toMatchObject({ status: 200, format: "json", limit: 100 });
      expect(body.data.filters).toEqual({ auditedOnly: false });
    });

    test("are replayed and sent only by those who say that it is no rehearsal", async () => {
      const id = await makeDirectoryDelivery(await makeSubscribed(), { status: "SUCCEEDED", attemptsMade: 1 });
      const replay = await write(`${DELIVERIES}/replay`, { deliveryIds: [id] });
      expect(replay.body.data).toMatchObject({ dryRun: true, replayed: 0, replayedDeliveryIds: [] });
      const queued = await makeDirectoryDelivery(await makeSubscribed(), { createdAt: new Date(0) });
      const run = await write(`${DELIVERIES}/run`, {});
      expect(run.body.data).toMatchObject({ dryRun: true, attempts: [{ deliveryId: queued, status: "dry_run" }] });
    });

    test("are listed newest first, a hundred of them", async () => {
      const made = await makeSubscribed();
      const tomorrow = Date.now() + 86_400_000;
      const done = { status: "SUCCEEDED", attemptsMade: 1 } as const;
      const ids: string[] = [];
      for (let n = 0; n < 101; n++)
        ids.push(await makeDirectoryDelivery(made, { ...done, createdAt: new Date(tomorrow + n) }));
      const { data } = (await get(`${DELIVERIES}?status=delivered`)).body;
      expect(data.map(({ id }: Shown) => id)).toEqual(ids.toReversed().slice(0, 100));
    });

    test("the scheduler previews, and live it needs the approval of this installation", async () => {
      expect((await write(`${DELIVERIES}/scheduler`, {})).body.data).toMatchObject({ dryRun: true });
      const live = await write(`${DELIVERIES}/scheduler`, { dryRun: false });
      expect(live).toMatchObject({ status: 424, code: "approval_required" });
    });

    test("replays leave evidence, as JSON and as CSV, by every filter", async () => {
      const made = await makeSubscribed();
      const source = await makeDirectoryDelivery(made, { status: "FAILED", attemptsMade: 2 });
      const asked = { deliveryIds: [source], dryRun: false, reason: "=cmd, lost", actorId: "ops-7" };
      const replayed = await write(`${DELIVERIES}/replay`, asked);
      const [id] = replayed.body.data.replayedDeliveryIds;
      const query = `apiClientId=${made.client.id}&sourceStatus=failed&replayStatus=queued&auditedOnly=true`;
      const { body } = await get(`${DELIVERIES}/replay/export?${query}`);
      const subjectId = JSON.parse(JSON.stringify(body.data.rows[0])).subjectId;
      expect(body.data).toMatchObject({
        ...{ source: "database", format: "json", limit: 100 },
        filters: { apiClientId: made.client.id, sourceStatus: "failed", replayStatus: "queued", auditedOnly: true },
        totals: { replayedDeliveries: 1, auditedReplays: 1, missingSourceDeliveries: 0 },
      });
      expect(body.data.rows).toEqual([
        {
          ...{ replayedDeliveryId: id, sourceDeliveryId: source, subscriptionId: made.subscription.id },
          ...{ apiClientId: made.client.id, eventType: "provider.updated", subjectId },
          ...{ sourceStatus: "failed", replayStatus: "queued", sourceAttempts: 2, replayAttempts: 0 },
          ...{ sourceCreatedAt: expect.any(String), replayCreatedAt: expect.any(String) },
          ...{ auditEventId: expect.any(String), auditCreatedAt: expect.any(String) },
          ...{ replayReason: "=cmd, lost", replayActorId: "ops-7" },
        },
      ]);
      const csv = await get(`${DELIVERIES}/replay/export?format=csv&${query}`);
      const today = new Date().toISOString().slice(0, 10);
      expect(csv.headers).toMatchObject({
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="senior-guru-webhook-replay-evidence-${today}.csv"`,
      });
      const [header, row, ...rest] = csv.text.split("\n");
      expect(rest).toEqual([]);
      expect(header).toBe(
        "filter_api_client_id,filter_event_type,filter_source_status,filter_replay_status,filter_subject_id,filter_since,filter_before,filter_audited_only,replayed_delivery_id,source_delivery_id,subscription_id,api_client_id,event_type,subject_id,source_status,replay_status,source_attempts,replay_attempts,source_created_at,replay_created_at,last_source_error,audit_event_id,audit_created_at,replay_reason,replay_actor_id",
      );
      expect(row).toContain(`${made.client.id},,failed,queued,,,,true,${id},${source},${made.subscription.id}`);
      expect(row).toMatch(/,"'=cmd, lost",ops-7$/);

      for (const miss of [
        "sourceStatus=blocked",
        "replayStatus=delivered",
        "eventType=review.created",
        "subjectId=another",
        "since=2099-01-01T00:00:00.000Z",
        "before=2000-01-01T00:00:00.000Z",
      ]) {
        const none = await get(`${DELIVERIES}/replay/export?apiClientId=${made.client.id}&${miss}`);
        expect(none.body.data.rows, miss).toEqual([]);
      }
    });
  });

  describe("replay evidence", () => {
    const evidence = (query: string) => get(`${DELIVERIES}/replay/export?${query}`);

    test("is newest first up to its limit, and takes a blank filter for none", async () => {
      const made = await makeSubscribed();
      const source = await makeDirectoryDelivery(made, { status: "SUCCEEDED", attemptsMade: 1 });
      const at = (day: number) => ({ redeliveryOf: source, createdAt: new Date(Date.UTC(2026, 0, day)) });
      const [old, recent] = [await makeDirectoryDelivery(made, at(1)), await makeDirectoryDelivery(made, at(2))];
      const idsOf = async (query: string) =>
        (await evidence(`apiClientId=${made.client.id}&${query}`)).body.data.rows.map(
          ({ replayedDeliveryId }: { replayedDeliveryId: string }) => replayedDeliveryId,
        );
      expect(await idsOf("eventType=&subjectId=%20&sourceStatus=&since=")).toEqual([recent, old]);
      expect(await idsOf("limit=1")).toEqual([recent]);
      expect(await idsOf("since=2026-01-02T00:00:00.000Z")).toEqual([recent]);
      expect(await idsOf("before=2026-01-02T00:00:00.000Z")).toEqual([old]);
      // Nobody's act made these.
      expect(await idsOf("auditedOnly=true")).toEqual([]);
    });

    test("shows a replay whose source is gone, and counts it", async () => {
      const made = await makeSubscribed();
      const redeliveryOf = "webhook-delivery-gone";
      const id = await makeDirectoryDelivery(made, { redeliveryOf, status: "BLOCKED", attemptsMade: 1 });
      const { data } = (await evidence(`apiClientId=${made.client.id}`)).body;
      expect(data.totals).toEqual({ replayedDeliveries: 1, auditedReplays: 0, missingSourceDeliveries: 1 });
      expect(data.rows).toEqual([
        {
          ...{ replayedDeliveryId: id, sourceDeliveryId: redeliveryOf, subscriptionId: made.subscription.id },
          ...{ apiClientId: made.client.id, eventType: "provider.updated", subjectId: expect.any(String) },
          ...{ replayStatus: "blocked", sourceAttempts: 0, replayAttempts: 1, replayCreatedAt: expect.any(String) },
        },
      ]);
      const csv = await evidence(`apiClientId=${made.client.id}&format=csv`);
      const [, row] = csv.text.split("\n");
      expect(row).toMatch(new RegExp(`^${made.client.id},,,,,,,false,${id},${redeliveryOf},.+,blocked,0,1,,.+Z,,,,,$`));
    });
  });

  describe("verifying a signature", () => {
    const sign = (secret: string, t: number, raw: string) => `t=${t},v1=${hmacSha256Hex(secret, `${t}.${raw}`)}`;
    const RAW = '{"id":"webhook-delivery-1","payload":{}}';
    const verify = (key: string, body: object) => partner.call(postAs(key, VERIFY, body));

    test("says yes to ours, over the raw text or an object that is written out the same way", async () => {
      const { client, key, secret, subscription } = await makeSubscribed();
      const t = unixNow();
      const signature = sign(secret, t, RAW);
      for (const payload of [RAW, JSON.parse(RAW)]) {
        const answer = await verify(key, { subscriptionId: subscription.id, signature, payload });
        expect(answer.status).toBe(200);
        expect(answer.body.data).toEqual({
          ...{ valid: true, subscriptionId: subscription.id, apiClientId: client.id, timestamp: t },
          signaturePreview: `${signature.slice(0, 24)}...${signature.slice(-8)}`,
          timestampSkewSeconds: expect.any(Number),
          toleranceSeconds: 300,
          eventTypes: ["provider.updated"],
          reasons: [],
        });
        expect(answer.text).not.toContain(secret);
      }
      await usageBuffer().flush();
      const rows = await db.select().from(apiRequests).where(eq(apiRequests.apiClientId, client.id));
      const verdicts = rows.filter(({ eventType }) => eventType === "partner.webhook_signature.verified");
      expect(verdicts).toHaveLength(2);
      expect(verdicts[0]).toMatchObject({
        ...{ subjectType: "webhook_subscription", subjectId: subscription.id, outcome: "allowed" },
        metadata: { valid: true, timestamp: t, toleranceSeconds: 300, reasons: [] },
      });
      expect(rows.filter(({ eventType }) => eventType === "partner.webhook_signature.verify")).toHaveLength(2);
    });

    test("says every reason that applies, and compares digests only where nothing else is wrong", async () => {
      const { key, secret, subscription, client } = await makeSubscribed();
      const paused = await makeSubscribed({ isActive: false });
      const t = unixNow();
      const good = sign(secret, t, RAW);
      const whole = { subscriptionId: subscription.id, signature: good, payload: RAW };
      const digest = good.split("v1=")[1]!;
      const old = t - 301;
      const cases: [object, string[], string?][] = [
        [{ ...whole, payload: `${RAW} ` }, [REASONS.mismatch]],
        [
          { ...whole, signature: `t=${t},v1=${digest.replace(/^./, (first) => (first === "0" ? "1" : "0"))}` },
          [REASONS.mismatch],
        ],
        [{ ...whole, signature: `t=${t},v1=short` }, [REASONS.mismatch]],
        [{ ...whole, signature: `t=${t},v1=${digest.toUpperCase()}` }, [REASONS.mismatch]],
        [{ ...whole, timestamp: t + 1 }, [REASONS.mismatch]],
        [{ ...whole, signature: `t=${t}` }, [REASONS.noDigest]],
        [{ ...whole, signature: `t=${t},v0=${digest}` }, [REASONS.noDigest]],
        [{ ...whole, signature: `v1=${digest}` }, [REASONS.noTimestamp]],
        [{ ...whole, signature: `t=soon,v1=${digest}` }, [REASONS.noTimestamp]],
        [{ ...whole, timestamp: -5 }, [REASONS.noTimestamp]],
        [{ ...whole, signature: sign(secret, old, RAW) }, [REASONS.outside]],
        [{ ...whole, signature: sign(secret, t + 400, RAW) }, [REASONS.outside]],
        [{ ...whole, payload: "" }, [REASONS.noPayload]],
        [{ ...whole, subscriptionId: "webhook-subscription-unknown" }, [REASONS.unknown]],
        [
          { ...whole, subscriptionId: subscription.id, signature: "nonsense", payload: "" },
          [REASONS.noDigest, REASONS.noTimestamp, REASONS.noPayload],
        ],
        [{ ...whole, subscriptionId: paused.subscription.id }, [REASONS.inactive], paused.key],
      ];
      for (const [body, reasons, as = key] of cases) {
        const answer = await verify(as, body);
        expect(answer.status).toBe(200);
        expect(answer.body.data, JSON.stringify(body)).toMatchObject({ valid: false, reasons });
      }
      expect(
        (await verify(key, { ...whole, signature: sign(secret, old, RAW), toleranceSeconds: 9999 })).body.data,
      ).toMatchObject({
        ...{ valid: true, toleranceSeconds: 3600 },
      });
      expect((await verify(key, { ...whole, toleranceSeconds: 1 })).body.data).toMatchObject({ toleranceSeconds: 30 });
      const several = `v9=x, t=${t}, v1=${"0".repeat(64)}, v1=${digest}`;
      expect((await verify(key, { ...whole, signature: several })).body.data).toMatchObject({ valid: true });

      await db.update(webhooks).set({ secretEncrypted: "v1.00.00" }).where(eq(webhooks.id, subscription.id));
      expect((await verify(key, whole)).body.data).toMatchObject({ valid: false, reasons: [REASONS.noSecret] });
      await usageBuffer().flush();
      const rows = await db.select().from(apiRequests).where(eq(apiRequests.apiClientId, client.id));
      expect(
        rows.filter(({ eventType, outcome }) => eventType?.endsWith("verified") && outcome === "blocked"),
      ).toHaveLength(16);
    });

    test("another client's subscription is as unknown as one that never was", async () => {
      const owner = await makeSubscribed();
      const { secret: stranger } = await makeClient();
      const signature = sign(owner.secret, unixNow(), RAW);
      const [foreign, unknown] = await Promise.all(
        [owner.subscription.id, "webhook-subscription-unknown"].map((subscriptionId) =>
          verify(stranger, { subscriptionId, signature, payload: RAW }),
        ),
      );
      const { subscriptionId: _, timestampSkewSeconds: skew, ...told } = foreign!.body.data;
      expect(told).toMatchObject({ valid: false, eventTypes: [], reasons: [REASONS.unknown] });
      expect(unknown!.body.data).toMatchObject({ ...told, timestampSkewSeconds: expect.any(Number) });
      expect(skew).toBeLessThan(5);
    });

    test("a missing field is refused and named, and a key without the scope is let nowhere", async () => {
      const { key, client, subscription } = await makeSubscribed();
      const whole = { subscriptionId: subscription.id, signature: "t=1,v1=0", payload: RAW };
      for (const field of ["subscriptionId", "signature", "payload"]) {
        const refused = await verify(key, { ...whole, [field]: undefined });
        expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
        expect(refused.body.error).toContain(field);
      }
      await db
        .update(apiClients)
        .set({ scopes: ["usage:read"] })
        .where(eq(apiClients.id, client.id));
      const without = await makeClient({ scopes: ["usage:read"] });
      expect(await verify(without.secret, whole)).toMatchObject({ status: 403, code: "missing_scope" });
    });
  });
});
