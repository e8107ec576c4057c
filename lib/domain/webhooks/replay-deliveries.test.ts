import { and, asc, eq, ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook, type PartnerRow } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyCreated } from "@/lib/domain/keys/event-types";
import { getEventAccounting } from "@/lib/domain/webhooks/get-event-accounting";
import { REPLAY_MAX, replayDeliveries } from "@/lib/domain/webhooks/replay-deliveries";
import { type DeliveryStatus, Replay, ReplayDeliveries } from "@/lib/domain/webhooks/schemas";
import { newPrefixedId } from "@/lib/platform/ids";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const iso = (seconds: number) => at(seconds).toISOString();

async function arrange(change: Parameters<typeof makeWebhook>[1] = {}) {
  const partner = await makePartner(db);
  const { webhook } = await makeWebhook(db, { partnerId: partner.id, ...change });
  return { partner, webhookId: webhook.id, ctx: partnerCtx(partner, NOW) };
}

/** An event of this moment and its delivery, which ended like this; returns the delivery's id. */
async function ended(partner: PartnerRow, webhookId: string, seconds: number, status: DeliveryStatus) {
  await recordUserCreated(testCtx(at(seconds)), partner.id);
  const [due] = await fanOutFor(testCtx(at(seconds)), webhookId);
  const nextAttemptAt = status === "PENDING" ? at(seconds) : null;
  await db.update(deliveries).set({ status, nextAttemptAt }).where(eq(deliveries.id, due!.deliveryId));
  return due!.deliveryId;
}

const replay = (ctx: ReturnType<typeof partnerCtx>, webhookId: string, body: object) =>
  replayDeliveries(ctx, { webhookId, ...ReplayDeliveries.parse(body) });
const repeatsOf = async (webhookId: string) => {
  const rows = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(deliveries.nextAttemptAt);
  return rows.filter((row) => row.redeliveryOf !== null);
};

describe("a replay of what failed", () => {
  test("repeats each event whose last delivery since then did not arrive, with its id", async () => {
    const { partner, webhookId, ctx } = await arrange();
    await ended(partner, webhookId, -100, "FAILED");
    const failed = await ended(partner, webhookId, -50, "FAILED");
    const exhausted = await ended(partner, webhookId, -40, "EXHAUSTED");
    const canceled = await ended(partner, webhookId, -30, "CANCELED");
    await ended(partner, webhookId, -20, "SUCCEEDED");
    await ended(partner, webhookId, -10, "PENDING");
    const answer = await replay(ctx, webhookId, { failedSince: iso(-60) });
    expect(Replay.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ count: 3, hasMore: false, nextFrom: null, dryRun: false });
    const repeats = await repeatsOf(webhookId);
    expect(repeats.map((row) => row.redeliveryOf)).toEqual([failed, exhausted, canceled]);
    const eventOf = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]!.eventId;
    expect(repeats[0]!.eventId).toBe(await eventOf(failed));
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, webhookId));
    expect(audit).toMatchObject([{ action: "webhook.replayed", after: { count: 3, failedSince: iso(-60) } }]);
  });

  test("leaves out what arrived since, and what is on its way", async () => {
    const { partner, webhookId, ctx } = await arrange();
    const id = await ended(partner, webhookId, -50, "FAILED");
    expect(await replay(ctx, webhookId, { failedSince: iso(-60) })).toMatchObject({ count: 1 });
    expect(await replay(ctx, webhookId, { failedSince: iso(-60) })).toMatchObject({ count: 0, firstAttemptAt: null });
    const succeeded = { status: "SUCCEEDED" as const, nextAttemptAt: null };
    await db.update(deliveries).set(succeeded).where(eq(deliveries.redeliveryOf, id));
    expect(await replay(ctx, webhookId, { failedSince: iso(-60) })).toMatchObject({ count: 0, lastAttemptAt: null });
  });

  test("asked for twice at once sends once", async () => {
    const { partner, webhookId, ctx } = await arrange();
    await ended(partner, webhookId, -50, "FAILED");
    const answers = await Promise.all([1, 2, 3].map(() => replay(ctx, webhookId, { failedSince: iso(-60) })));
    expect(answers.map(({ count }) => count).toSorted()).toEqual([0, 0, 1]);
    expect(await repeatsOf(webhookId)).toHaveLength(1);
  });
});

describe("a replay of a range", () => {
  test("sends every event of that time that the webhook wants, delivered or not", async () => {
    const { partner, webhookId, ctx } = await arrange({
      isActive: false,
      receiveAllEvents: false,
      eventTypes: ["user.created"],
    });
    for (const seconds of [-50, -40, -30]) await recordUserCreated(testCtx(at(seconds)), partner.id);
    await recordUserCreated(testCtx(at(-35)), partner.id, null);
    await recordUserCreated(testCtx(at(-34)), partner.id, "production");
    await inTransaction(testCtx(at(-33)), (ctx) =>
      recordEvent(ctx, { partnerId: partner.id, environment: null }, apiKeyCreated, {
        ...{ keyId: "key_1", name: "A key", environment: "sandbox" },
      }),
    );
    expect(await fanOutFor(testCtx(NOW), webhookId)).toEqual([]);
    await db.update(webhooks).set({ isActive: true }).where(eq(webhooks.id, webhookId));
    const delivered = await ended(partner, webhookId, -39, "SUCCEEDED");

    expect(await replay(ctx, webhookId, { from: iso(-45), to: iso(-31) })).toMatchObject({ count: 3 });
    const rows = await db
      .select({ createdAt: events.createdAt, redeliveryOf: deliveries.redeliveryOf })
      .from(deliveries)
      .innerJoin(events, eq(events.id, deliveries.eventId))
      .where(and(eq(deliveries.webhookId, webhookId), ne(deliveries.id, delivered)))
      .orderBy(asc(deliveries.nextAttemptAt));
    expect(rows).toEqual([
      { createdAt: at(-40), redeliveryOf: null },
      { createdAt: at(-39), redeliveryOf: delivered },
      { createdAt: at(-35), redeliveryOf: null },
    ]);
    expect(await getEventAccounting(ctx)).toMatchObject({ difference: 0, pending: 3 });
    expect(await replay(ctx, webhookId, { from: iso(-60) })).toMatchObject({ count: 2 });
  });

  test("can be narrowed by type, and skips samples of tests and what is not fanned out", async () => {
    const { partner, webhookId, ctx } = await arrange();
    await ended(partner, webhookId, -50, "SUCCEEDED");
    const sample = { partnerId: partner.id, environment: "sandbox" as const, type: "user.created", body: "{}" };
    await db.insert(events).values([
      { ...sample, id: newPrefixedId("evt"), createdAt: at(-40), fannedOutAt: at(-40), isTest: true },
      { ...sample, id: newPrefixedId("evt"), createdAt: at(-30), partnerId: `other-${partner.id}` },
    ]);
    expect(await replay(ctx, webhookId, { from: iso(-60), eventTypes: ["action.completed"] })).toMatchObject({
      count: 0,
    });
    expect(await replay(ctx, webhookId, { from: iso(-60), eventTypes: ["user.created"] })).toMatchObject({ count: 1 });
    await db.delete(events).where(eq(events.partnerId, `other-${partner.id}`));
  });
});

describe("the rate", () => {
  test("is a hundred a minute, over all replays under way", async () => {
    const { partner, webhookId, ctx } = await arrange();
    for (const seconds of [-50, -40, -30]) await ended(partner, webhookId, seconds, "FAILED");
    const first = await replay(ctx, webhookId, { from: iso(-60), to: iso(-35) });
    expect(first).toMatchObject({ count: 2, firstAttemptAt: NOW.toISOString(), lastAttemptAt: iso(0.6) });
    const second = await replay(ctx, webhookId, { from: iso(-60) });
    expect(second).toMatchObject({ count: 1, firstAttemptAt: iso(1.2), lastAttemptAt: iso(1.2) });
    expect((await repeatsOf(webhookId)).map((row) => row.nextAttemptAt)).toEqual([NOW, at(0.6), at(1.2)]);
  });

  test("bounds what one call takes; the answer says where to go on", { timeout: 60_000 }, async () => {
    const { partner, webhookId, ctx } = await arrange();
    const made = Array.from({ length: REPLAY_MAX + 5 }, (_, n) => ({
      id: newPrefixedId("evt"),
      partnerId: partner.id,
      environment: "sandbox" as const,
      type: "user.created",
      body: "{}",
      createdAt: at(-100_000 + n),
      fannedOutAt: NOW,
      fannedOutTo: 0,
    }));
    for (let start = 0; start < made.length; start += 2_000)
      await db.insert(events).values(made.slice(start, start + 2_000));
    const first = await replay(ctx, webhookId, { from: iso(-200_000) });
    expect(first).toMatchObject({ count: REPLAY_MAX, hasMore: true, nextFrom: iso(-100_000 + REPLAY_MAX) });
    const minutes = (Date.parse(first.lastAttemptAt!) - NOW.getTime()) / 60_000;
    expect(minutes).toBeCloseTo(REPLAY_MAX / 100, 1);
    const rest = await replay(ctx, webhookId, { from: first.nextFrom! });
    expect(rest).toMatchObject({ count: 5, hasMore: false, nextFrom: null });
    expect(await getEventAccounting(ctx)).toMatchObject({
      committed: REPLAY_MAX + 5,
      pending: REPLAY_MAX + 5,
      difference: 0,
    });
  });
});

test("a rehearsal says the same and writes nothing", async () => {
  const { partner, webhookId, ctx } = await arrange();
  await ended(partner, webhookId, -50, "FAILED");
  const rehearsed = await replay(ctx, webhookId, { failedSince: iso(-60), dryRun: true });
  expect(await repeatsOf(webhookId)).toEqual([]);
  expect(await db.select().from(auditRecords).where(eq(auditRecords.targetId, webhookId))).toEqual([]);
  expect(await replay(ctx, webhookId, { failedSince: iso(-60) })).toEqual({ ...rehearsed, dryRun: false });
});

test("a webhook that is off receives no replay", async () => {
  const { webhookId, ctx } = await arrange({ isActive: false });
  await expect(replay(ctx, webhookId, { from: iso(-60) })).rejects.toMatchObject({ code: "invalid_state_transition" });
});

test.each([
  [{}],
  [{ failedSince: iso(0), from: iso(0) }],
  [{ failedSince: iso(0), to: iso(1) }],
  [{ to: iso(0) }],
  [{ from: iso(1), to: iso(0) }],
  [{ from: "yesterday" }],
])("what is to be replayed is named exactly once: %j is refused", (body) => {
  expect(ReplayDeliveries.safeParse(body).success).toBe(false);
});
