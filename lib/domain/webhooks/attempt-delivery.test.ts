import { and, eq } from "drizzle-orm";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { partners } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { deliveries, deliveryAttempts, events, webhooks } from "@/db/schema/webhooks";
import { type MadeWebhook, makePartner, makeWebhook } from "@/db/testing/factories";
import { attemptDelivery, type Outside } from "@/lib/domain/webhooks/attempt-delivery";
import { REASON_FAILED, REASON_GONE } from "@/lib/domain/webhooks/auto-disable";
import { claimAttempt } from "@/lib/domain/webhooks/claim-attempt";
import { deleteWebhook } from "@/lib/domain/webhooks/delete-webhook";
import { getDelivery } from "@/lib/domain/webhooks/get-delivery";
import { type DueDelivery, listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { hmacSha256Hex } from "@/lib/platform/crypto";
import { EgressFailed } from "@/lib/platform/egress-errors";
import { sendGuarded } from "@/lib/platform/safe-fetch";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const later = (ms: number) => new Date(NOW.getTime() + ms);
/** Real requests, dice that always fall in the middle. */
const outside: Outside = { send: sendGuarded, random: () => 0.5 };
const answering = (status: number): Outside => ({
  ...outside,
  send: async () => ({ status, headers: {}, bodySnippet: "", durationMs: 5 }),
});

const open: Receiver[] = [];
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

async function receiverAnswering(...how: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...how);
  open.push(receiver);
  return receiver;
}

type Arranged = MadeWebhook & { due: DueDelivery[] };

async function arrange(change: Parameters<typeof makeWebhook>[1] = {}, eventsMade = 1): Promise<Arranged> {
  const made = await makeWebhook(db, change);
  for (let index = 0; index < eventsMade; index += 1) await recordUserCreated(testCtx(NOW), made.webhook.partnerId);
  return { ...made, due: await fanOutFor(testCtx(NOW), made.webhook.id) };
}

const rowOf = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]!;
const webhookOf = async (id: string) => (await db.select().from(webhooks).where(eq(webhooks.id, id)))[0]!;
const attemptsOf = (id: string) =>
  db.select().from(deliveryAttempts).where(eq(deliveryAttempts.deliveryId, id)).orderBy(deliveryAttempts.n);
const dueAt = async (now: Date, webhookId: string) =>
  (await listDueDeliveries(testCtx(now), { until: now })).filter((each) => each.webhookId === webhookId);

describe("a delivery that is accepted", () => {
  test("carries the event as recorded, signed twice, with the webhook's own headers", async () => {
    const receiver = await receiverAnswering((_request, response) => void response.writeHead(204).end());
    const { webhook, secret, due } = await arrange({ url: `${receiver.url}/hooks?a=1`, headers: { "X-Own": "value" } });
    // The verifying library looks at the clock.
    const now = new Date();
    expect(await attemptDelivery(testCtx(now), due[0]!, outside)).toBeNull();

    const [request] = receiver.received;
    const { deliveryId } = due[0]!;
    const row = await rowOf(deliveryId);
    const [event] = await db.select().from(events).where(eq(events.id, row.eventId));
    expect(request!.body).toBe(event!.body);
    expect(request!.path).toBe("/hooks?a=1");
    const timestamp = String(Math.floor(now.getTime() / 1000));
    expect(request!.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "SIRGiving-Webhooks/1.0",
      "x-own": "value",
      "x-sir-timestamp": timestamp,
      "x-sir-signature": `sha256=${hmacSha256Hex(secret, `${timestamp}.${event!.body}`)}`,
      "x-sir-event-id": event!.id,
      "x-sir-event-type": "user.created",
      "x-sir-delivery-id": deliveryId,
      "x-sir-attempt": "1",
    });
    const headers = request!.headers as Record<string, string>;
    expect(new StandardWebhook(secret).verify(request!.body, headers)).toMatchObject({
      id: event!.id,
      data: { environment: "sandbox", externalId: "user-1" },
    });

    expect(row).toMatchObject({ status: "SUCCEEDED", attemptsMade: 1, nextAttemptAt: null, leasedUntil: null });
    const after = await webhookOf(webhook.id);
    expect(after.consecutiveFailures).toBe(0);
    expect(after.lastSuccessAt?.getTime()).toBeGreaterThanOrEqual(now.getTime());
  });

  test("is shown with its body and attempts, to its own partner only", async () => {
    const receiver = await receiverAnswering();
    const { webhook, due } = await arrange({ url: receiver.url });
    await attemptDelivery(testCtx(NOW), due[0]!, outside);
    const params = { webhookId: webhook.id, deliveryId: due[0]!.deliveryId };
    const [partner] = await db.select().from(partners).where(eq(partners.id, webhook.partnerId));
    const shown = await getDelivery(partnerCtx(partner!, NOW), params);
    expect(shown.attempts).toEqual([
      {
        n: 1,
        at: NOW.toISOString(),
        httpStatus: 200,
        durationMs: expect.any(Number),
        error: null,
        responseSnippet: "thanks",
      },
    ]);
    expect(shown.body).toBe(receiver.received[0]!.body);
    const other = await makeWebhook(db, { partnerId: partner!.id });
    await expect(
      getDelivery(partnerCtx(partner!, NOW), { ...params, webhookId: other.webhook.id }),
    ).rejects.toMatchObject({ code: "delivery_not_found" });
    await expect(getDelivery(partnerCtx(await makePartner(db), NOW), params)).rejects.toMatchObject({
      code: "webhook_not_found",
    });
  });
});

describe("a former secret", () => {
  test("signs beside the new one until it ends", async () => {
    const receiver = await receiverAnswering();
    const { webhook, due } = await arrange({ url: receiver.url }, 2);
    await db
      .update(webhooks)
      .set({ previousSecretEncrypted: webhook.secretEncrypted, previousSecretValidUntil: later(1000) })
      .where(eq(webhooks.id, webhook.id));
    await attemptDelivery(testCtx(NOW), due[0]!, outside);
    await attemptDelivery(testCtx(later(1000)), due[1]!, outside);
    const [during, after] = receiver.received;
    expect(during!.headers["x-sir-signature-previous"]).toBe(during!.headers["x-sir-signature"]);
    expect(after!.headers).not.toHaveProperty("x-sir-signature-previous");
  });
});

describe("a body that does not end", () => {
  test("changes nothing about a success, and keeps its place for no longer than a second", async () => {
    const receiver = await receiverAnswering((_request, response) => void response.writeHead(200).write("so far"));
    const { due } = await arrange({ url: receiver.url });
    expect(await attemptDelivery(testCtx(NOW), due[0]!, outside)).toBeNull();
    const [attempt] = await attemptsOf(due[0]!.deliveryId);
    expect(attempt).toMatchObject({ httpStatus: 200, error: null, responseSnippet: "so far" });
    expect(attempt!.durationMs).toBeLessThan(5_000);
  });

  test("nor about a failure", async () => {
    const receiver = await receiverAnswering((_request, response) => {
      response.writeHead(500, { "content-length": "1000" });
      response.write("half", () => response.destroy());
    });
    const { due } = await arrange({ url: receiver.url });
    await attemptDelivery(testCtx(NOW), due[0]!, outside);
    expect(await attemptsOf(due[0]!.deliveryId)).toMatchObject([{ httpStatus: 500, error: "It answered 500." }]);
  });
});

describe("a receiver that is busy", () => {
  const busy = (status: number): Outside => ({
    ...outside,
    send: async () => ({ status, headers: { "retry-after": "180" }, bodySnippet: "", durationMs: 5 }),
  });

  test.each([429, 503])("and answers %d is tried again when it says", async (status) => {
    const { due } = await arrange();
    const next = await attemptDelivery(testCtx(NOW), due[0]!, busy(status));
    expect(next!.at).toEqual(later(3 * MINUTE_MS + 5));
  });

  test("says so by these two answers only", async () => {
    const { due } = await arrange();
    const next = await attemptDelivery(testCtx(NOW), due[0]!, busy(500));
    expect(next!.at).toEqual(later(MINUTE_MS + 5));
  });
});

describe("an attempt that fails", () => {
  const failures: [string, Parameters<typeof startReceiver>[0], Partial<typeof deliveryAttempts.$inferSelect>][] = [
    [
      "a server error",
      (_request, response) => void response.writeHead(500).end("broken"),
      { httpStatus: 500, error: "It answered 500.", responseSnippet: "broken" },
    ],
    [
      "a redirect, which is not followed",
      (_request, response) => void response.writeHead(302, { location: "/elsewhere" }).end(),
      { httpStatus: 302, error: "It answered 302; redirects are not followed." },
    ],
    [
      "a broken connection",
      (_request, response) => void response.destroy(),
      { httpStatus: null, error: expect.stringContaining("closed") as unknown as string },
    ],
  ];
  test.each(failures)("by %s is recorded and tried again in a minute", async (_what, answer, recorded) => {
    const receiver = await receiverAnswering(answer);
    const { webhook, due } = await arrange({ url: receiver.url });
    const next = await attemptDelivery(testCtx(NOW), due[0]!, outside);
    const [attempt] = await attemptsOf(due[0]!.deliveryId);
    expect(attempt).toMatchObject({ n: 1, at: NOW, ...recorded });
    expect(receiver.received).toHaveLength(1);
    expect(next).toEqual({ ...due[0], attempt: 2, at: later(MINUTE_MS + attempt!.durationMs) });
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "PENDING", attemptsMade: 1, leasedUntil: null });
    expect(await webhookOf(webhook.id)).toMatchObject({ consecutiveFailures: 1, lastSuccessAt: null });
  });

  test("by silence ends at the time-out", async () => {
    const receiver = await receiverAnswering(() => {});
    const { due } = await arrange({ url: receiver.url });
    let timeoutMs: number | undefined;
    const impatient: Outside["send"] = (request) => {
      timeoutMs = request.totalTimeoutMs;
      return sendGuarded({ ...request, totalTimeoutMs: 100 });
    };
    await attemptDelivery(testCtx(NOW), due[0]!, { ...outside, send: impatient });
    expect(timeoutMs).toBe(10_000);
    const [attempt] = await attemptsOf(due[0]!.deliveryId);
    expect(attempt).toMatchObject({ httpStatus: null, error: expect.stringContaining("No complete answer") });
    expect(attempt!.durationMs).toBeGreaterThanOrEqual(100);
  });

  test("because its host is not public any more sends nothing", async () => {
    const receiver = await receiverAnswering();
    const { due } = await arrange({ environment: "sandbox", url: receiver.url });
    // In production the same address is refused, whatever the operator allows for the sandbox.
    await db.update(webhooks).set({ environment: "production" }).where(eq(webhooks.id, due[0]!.webhookId));
    await attemptDelivery(testCtx(NOW), due[0]!, outside);
    expect(receiver.received).toEqual([]);
    const [attempt] = await attemptsOf(due[0]!.deliveryId);
    expect(attempt).toMatchObject({ httpStatus: null, error: expect.stringContaining("https") });
  });

  test("the eighth time is the last", async () => {
    const { due } = await arrange();
    const { deliveryId } = due[0]!;
    let [next, now] = [due[0] as DueDelivery | null, NOW];
    while (next) {
      now = next.at;
      next = await attemptDelivery(testCtx(now), next, answering(503));
    }
    expect(await rowOf(deliveryId)).toMatchObject({ status: "EXHAUSTED", attemptsMade: 8, nextAttemptAt: null });
    expect((await attemptsOf(deliveryId)).map((attempt) => attempt.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const attempt of [8, 9]) {
      expect(await attemptDelivery(testCtx(later(100 * HOUR_MS)), { deliveryId, attempt }, answering(200))).toBeNull();
    }
    expect(await attemptsOf(deliveryId)).toHaveLength(8);
  });

  test("and the body is the same every time", async () => {
    const receiver = await receiverAnswering((_request, response) => void response.writeHead(500).end());
    const { due } = await arrange({ url: receiver.url });
    const second = await attemptDelivery(testCtx(NOW), due[0]!, outside);
    await attemptDelivery(testCtx(second!.at), second!, outside);
    const [first, again] = receiver.received;
    expect(again!.body).toBe(first!.body);
    expect(again!.headers["webhook-id"]).toBe(first!.headers["webhook-id"]);
    expect([first, again].map((request) => request!.headers["x-sir-attempt"])).toEqual(["1", "2"]);
  });
});

describe("of many messages about one attempt", () => {
  test("one sends, the others do nothing", async () => {
    const receiver = await receiverAnswering();
    const { due } = await arrange({ url: receiver.url });
    await Promise.all(Array.from({ length: 20 }, () => attemptDelivery(testCtx(NOW), due[0]!, outside)));
    expect(receiver.received).toHaveLength(1);
    expect(await attemptsOf(due[0]!.deliveryId)).toHaveLength(1);
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "SUCCEEDED", attemptsMade: 1 });
  });

  test("one for another number does nothing", async () => {
    const { due } = await arrange();
    const { deliveryId } = due[0]!;
    for (const attempt of [0, 2, 3, 8, 9]) {
      expect(await attemptDelivery(testCtx(NOW), { deliveryId, attempt }, answering(200))).toBeNull();
    }
    expect(await rowOf(deliveryId)).toMatchObject({ status: "PENDING", attemptsMade: 0 });
  });

  test("one that comes a moment early is told when to come back", async () => {
    const { due } = await arrange();
    const early = testCtx(later(-5));
    expect(await attemptDelivery(early, due[0]!, answering(200))).toEqual({ ...due[0], at: NOW });
    expect(await attemptsOf(due[0]!.deliveryId)).toEqual([]);
  });
});

describe("at most four requests are in flight for a webhook", () => {
  test("further attempts are put off and not counted", async () => {
    const { webhook, due } = await arrange({}, 6);
    const claims = await Promise.all(due.map((each) => claimAttempt(testCtx(NOW), { ...each, random: () => 0 })));
    expect(claims.filter((claimed) => claimed && "claim" in claimed)).toHaveLength(4);
    const putOff = claims.filter((claimed) => claimed && "putOffUntil" in claimed);
    expect(putOff).toEqual(Array(2).fill({ putOffUntil: later(1000), webhookId: webhook.id }));

    const waiting = await db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.webhookId, webhook.id), eq(deliveries.attemptsMade, 0)));
    expect(waiting).toHaveLength(2);
    expect(await dueAt(later(1000), webhook.id)).toHaveLength(2);
  });

  test("and there is room again when one of them ends", async () => {
    const { due } = await arrange({}, 5);
    const held: ((answer: { status: number }) => void)[] = [];
    const holding: Outside = {
      ...outside,
      send: () =>
        new Promise((resolve) => {
          held.push(({ status }) => resolve({ status, headers: {}, bodySnippet: "", durationMs: 1 }));
        }),
    };
    const running = due.slice(0, 4).map((each) => attemptDelivery(testCtx(NOW), each, holding));
    await vi.waitFor(() => expect(held).toHaveLength(4), 20_000);
    const fifth = await attemptDelivery(testCtx(NOW), due[4]!, holding);
    expect(fifth).toMatchObject({ attempt: 1 });

    held[0]!({ status: 200 });
    await Promise.race(running);
    expect(await attemptDelivery(testCtx(fifth!.at), fifth!, answering(200))).toBeNull();
    expect(await rowOf(fifth!.deliveryId)).toMatchObject({ status: "SUCCEEDED" });
    for (const answer of held) answer({ status: 200 });
    await Promise.all(running);
  });

  test("requests that hang at one webhook do not keep another waiting", async () => {
    const hanging = await arrange({}, 4);
    const never: Outside = { ...outside, send: () => new Promise(() => {}) };
    for (const each of hanging.due) void attemptDelivery(testCtx(NOW), each, never);
    const receiver = await receiverAnswering();
    const { due } = await arrange({ url: receiver.url, partnerId: hanging.webhook.partnerId });
    await attemptDelivery(testCtx(NOW), due[0]!, outside);
    expect(receiver.received).toHaveLength(1);
  });
});

describe("an end at any point leaves a row that the sweep finds", () => {
  test("before the claim", async () => {
    const { webhook, due } = await arrange();
    expect(await dueAt(NOW, webhook.id)).toEqual(due);
  });

  test("after the claim: the attempt is made again under its own number, once its lease has run out", async () => {
    const receiver = await receiverAnswering();
    const { webhook, due } = await arrange({ url: receiver.url });
    await claimAttempt(testCtx(NOW), { ...due[0]!, random: () => 0 });

    expect(await dueAt(later(59_999), webhook.id)).toEqual([]);
    await attemptDelivery(testCtx(later(59_999)), due[0]!, outside);
    expect(receiver.received).toEqual([]);

    const found = await dueAt(later(60_000), webhook.id);
    expect(found).toEqual([{ ...due[0], at: later(60_000) }]);
    await Promise.all(Array.from({ length: 5 }, () => attemptDelivery(testCtx(later(60_000)), found[0]!, outside)));
    expect(receiver.received).toHaveLength(1);
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "SUCCEEDED", attemptsMade: 1 });
  });

  test("after the request: it is repeated with the same event id, so that the receiver can tell", async () => {
    const receiver = await receiverAnswering();
    const { webhook, due } = await arrange({ url: receiver.url });
    const killed: Outside["send"] = async (request) => {
      await sendGuarded(request);
      throw new Error("killed");
    };
    await expect(attemptDelivery(testCtx(NOW), due[0]!, { ...outside, send: killed })).rejects.toThrow("killed");
    const [found] = await dueAt(later(60_000), webhook.id);
    await attemptDelivery(testCtx(later(60_000)), found!, outside);
    expect(receiver.received.map((request) => request.headers["webhook-id"])).toEqual(
      Array(2).fill((await rowOf(due[0]!.deliveryId)).eventId),
    );
    expect(await attemptsOf(due[0]!.deliveryId)).toHaveLength(1);
  });

  test("on the eighth attempt, as often as it likes: the eighth is made, and no ninth", async () => {
    const { webhook, due } = await arrange();
    const { deliveryId } = due[0]!;
    await db.update(deliveries).set({ attemptsMade: 7 }).where(eq(deliveries.id, deliveryId));
    let now = NOW;
    for (let crash = 0; crash < 3; crash += 1) {
      await claimAttempt(testCtx(now), { deliveryId, attempt: 8, random: () => 0 });
      now = new Date(now.getTime() + 60_000);
      expect(await dueAt(now, webhook.id)).toMatchObject([{ deliveryId, attempt: 8 }]);
    }
    await attemptDelivery(testCtx(now), { deliveryId, attempt: 8 }, answering(500));
    expect(await rowOf(deliveryId)).toMatchObject({ status: "EXHAUSTED", attemptsMade: 8 });
  });

  test("a result that comes after the lease ran out does not overrule the one who took over", async () => {
    const { due } = await arrange();
    let release: (() => void) | undefined;
    const slow: Outside["send"] = async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      throw new EgressFailed("reset", "too late");
    };
    const stalled = attemptDelivery(testCtx(NOW), due[0]!, { ...outside, send: slow });
    await vi.waitFor(() => expect(release).toBeDefined(), 20_000);
    await attemptDelivery(testCtx(later(60_000)), due[0]!, answering(200));
    release!();
    expect(await stalled).toBeNull();
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "SUCCEEDED", nextAttemptAt: null });
    expect(await attemptsOf(due[0]!.deliveryId)).toMatchObject([{ n: 1, httpStatus: 200 }]);
  });
});

describe("a webhook is turned off", () => {
  const history = async (id: string) => ({
    webhook: await webhookOf(id),
    audit: await db.select().from(auditRecords).where(eq(auditRecords.targetId, id)),
  });

  test("at once by 410, with an event for the partner's others, an audit record and a mail", async () => {
    const receiver = await receiverAnswering((_request, response) => void response.writeHead(410).end());
    const { webhook, due } = await arrange({ url: receiver.url }, 2);
    const { webhook: other } = await makeWebhook(db, { partnerId: webhook.partnerId });
    expect(await attemptDelivery(testCtx(NOW), due[0]!, outside)).toBeNull();

    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "FAILED", nextAttemptAt: null });
    const after = await history(webhook.id);
    expect(after.webhook).toMatchObject({ isActive: false, disabledReason: REASON_GONE });
    expect(after.audit).toMatchObject([{ action: "webhook.disabled", actorType: "SYSTEM", reason: REASON_GONE }]);
    await fanOutFor(testCtx(NOW), webhook.id);
    const told = await db.select().from(deliveries).where(eq(deliveries.webhookId, other.id));
    expect(told.map((row) => row.eventType)).toEqual(["webhook.disabled"]);
    const [partner] = await db.select().from(partners).where(eq(partners.id, webhook.partnerId));
    expect(await db.select().from(mails).where(eq(mails.recipient, partner!.contactEmail))).toHaveLength(1);
  });

  test("and what else was pending waits, unharmed, until it is on again", async () => {
    const { webhook, due } = await arrange({}, 2);
    await attemptDelivery(testCtx(NOW), due[0]!, answering(410));
    expect(await attemptDelivery(testCtx(NOW), due[1]!, answering(200))).toBeNull();
    expect(await dueAt(later(HOUR_MS), webhook.id)).toEqual([]);
    expect(await rowOf(due[1]!.deliveryId)).toMatchObject({ status: "PENDING", attemptsMade: 0 });
    await db.update(webhooks).set({ isActive: true }).where(eq(webhooks.id, webhook.id));
    expect(await dueAt(later(HOUR_MS), webhook.id)).toMatchObject([{ deliveryId: due[1]!.deliveryId }]);
  });

  const longAgo = later(-72 * HOUR_MS);
  test.each([
    ["after 20 failures and 72 hours without a success", 19, longAgo, false],
    ["not after 19 failures", 18, longAgo, true],
    ["not within 72 hours", 50, later(-72 * HOUR_MS + MINUTE_MS), true],
  ])("%s", async (_when, consecutiveFailures, lastSuccessAt, isActive) => {
    const { webhook, due } = await arrange({ consecutiveFailures, lastSuccessAt, createdAt: later(-999 * HOUR_MS) });
    await attemptDelivery(testCtx(NOW), due[0]!, answering(500));
    const disabledReason = isActive ? null : REASON_FAILED;
    expect((await history(webhook.id)).webhook).toMatchObject({ isActive, disabledReason });
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "PENDING" });
  });

  test("not when it never worked but is young", async () => {
    const { webhook, due } = await arrange({ consecutiveFailures: 40, createdAt: later(-HOUR_MS) });
    await attemptDelivery(testCtx(NOW), due[0]!, answering(500));
    expect((await history(webhook.id)).webhook.isActive).toBe(true);
  });

  test("a success starts the count anew", async () => {
    const { webhook, due } = await arrange({ consecutiveFailures: 19, lastSuccessAt: longAgo });
    await attemptDelivery(testCtx(NOW), due[0]!, answering(200));
    expect((await history(webhook.id)).webhook).toMatchObject({ consecutiveFailures: 0, isActive: true });
  });
});

describe("what will not be sent any more is canceled", () => {
  test("when the webhook is deleted, with what is in flight", async () => {
    const { webhook, due } = await arrange({}, 3);
    const [partner] = await db.select().from(partners).where(eq(partners.id, webhook.partnerId));
    await attemptDelivery(testCtx(NOW), due[0]!, answering(200));
    let release: (() => void) | undefined;
    const held: Outside["send"] = async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return { status: 200, headers: {}, bodySnippet: "", durationMs: 1 };
    };
    const inFlight = attemptDelivery(testCtx(NOW), due[1]!, { ...outside, send: held });
    await vi.waitFor(() => expect(release).toBeDefined(), 20_000);
    await deleteWebhook(partnerCtx(partner!, NOW), { webhookId: webhook.id });
    release!();
    expect(await inFlight).toBeNull();
    expect(await attemptsOf(due[1]!.deliveryId)).toHaveLength(1);
    const statuses = await Promise.all(due.map(async (each) => (await rowOf(each.deliveryId)).status));
    expect(statuses).toEqual(["SUCCEEDED", "CANCELED", "CANCELED"]);
    expect(await dueAt(later(HOUR_MS), webhook.id)).toEqual([]);
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, webhook.id));
    expect(audit.map((record) => record.action)).toEqual(["webhook.deleted"]);
  });

  test("even if it slipped in while the webhook was being deleted", async () => {
    const { webhook, due } = await arrange();
    await db.update(webhooks).set({ deletedAt: NOW, isActive: false }).where(eq(webhooks.id, webhook.id));
    expect(await dueAt(NOW, webhook.id)).toEqual(due);
    expect(await attemptDelivery(testCtx(NOW), due[0]!, answering(200))).toBeNull();
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "CANCELED", attemptsMade: 0 });
  });

  test.each(["PENDING_APPROVAL", "SUSPENDED", "INACTIVE"] as const)("not while the partner is %s", async (status) => {
    const { webhook, due } = await arrange();
    await db.update(partners).set({ status }).where(eq(partners.id, webhook.partnerId));
    await attemptDelivery(testCtx(NOW), due[0]!, answering(200));
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "SUCCEEDED" });
  });

  test("when the partner is terminated", async () => {
    const { webhook, due } = await arrange();
    await db.update(partners).set({ status: "TERMINATED" }).where(eq(partners.id, webhook.partnerId));
    expect(await attemptDelivery(testCtx(NOW), due[0]!, answering(200))).toBeNull();
    expect(await rowOf(due[0]!.deliveryId)).toMatchObject({ status: "CANCELED" });
    expect(await attemptsOf(due[0]!.deliveryId)).toEqual([]);
  });
});
