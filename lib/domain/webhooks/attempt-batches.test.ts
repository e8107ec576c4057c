import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { deliveries, deliveryAttempts, webhooks } from "@/db/schema/webhooks";
import { makeWebhook } from "@/db/testing/factories";
import { claimInBatch, recordInBatch } from "@/lib/domain/webhooks/attempt-batches";
import { type Claim, LEASE_MS } from "@/lib/domain/webhooks/claim-attempt";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import type { Outcome } from "@/lib/domain/webhooks/post-to-receiver";
import { testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const accepted: Outcome = {
  succeeded: true,
  gone: false,
  waitMs: null,
  httpStatus: 200,
  durationMs: 5,
  error: null,
  responseSnippet: "thanks",
};

async function arrange(eventsMade: number) {
  const { webhook } = await makeWebhook(db);
  for (let n = 0; n < eventsMade; n += 1) await recordUserCreated(testCtx(NOW), webhook.partnerId);
  return { webhook, due: await fanOutFor(testCtx(NOW), webhook.id) };
}

type Due = { deliveryId: string; webhookId: string; attempt: number };
const claim = (due: Due, now = NOW) => claimInBatch(db, { ...due, now });
const record = (claim: Claim) =>
  recordInBatch(db, { claim, outcome: accepted, startedAt: NOW, finishedAt: later(claim.attempt * 5) });
const rowOf = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]!;
const webhookOf = async (id: string) => (await db.select().from(webhooks).where(eq(webhooks.id, id)))[0]!;

test("a batch takes no more than four of a webhook, and as many of each other one", async () => {
  const [crowded, other] = [await arrange(6), await arrange(2)];
  const claims = await Promise.all([...crowded.due, ...other.due].map((due) => claim(due)));
  expect(claims.slice(0, 6).filter(Boolean)).toHaveLength(4);
  expect(claims.slice(6)).toEqual([
    expect.objectContaining({ attempt: 1, leasedUntil: later(LEASE_MS), isTest: false }),
    expect.objectContaining({ attempt: 1, webhook: expect.objectContaining({ id: other.webhook.id }) }),
  ]);
  const free = crowded.due.filter((_, n) => claims[n] === null);
  expect(await Promise.all(free.map((due) => claim(due)))).toEqual([null, null]);
  await record(claims.find((each) => each?.webhook.id === crowded.webhook.id)!);
  expect((await Promise.all(free.map((due) => claim(due)))).filter(Boolean)).toHaveLength(1);
});

test("of any number of equal wishes in one batch or several, one is granted", async () => {
  const { due } = await arrange(1);
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(due[0]!)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await claim(due[0]!)).toBeNull();
});

test("a webhook that somebody else holds is left out, and keeps no other waiting", async () => {
  const [held, other] = [await arrange(1), await arrange(1)];
  await db.transaction(async (tx) => {
    await tx.select().from(webhooks).where(eq(webhooks.id, held.webhook.id)).for("no key update");
    const claims = await Promise.all([claim(held.due[0]!), claim(other.due[0]!)]);
    expect(claims).toEqual([null, expect.anything()]);
  });
  expect(await claim(held.due[0]!)).not.toBeNull();
});

test("an attempt that was abandoned is taken again under its own number, and not before its lease ran out", async () => {
  const { due, webhook } = await arrange(1);
  await claim(due[0]!);
  expect(await claim(due[0]!, later(LEASE_MS - 1))).toBeNull();
  const [found] = (await listDueDeliveries(testCtx(NOW), { until: later(LEASE_MS) })).filter(
    (each) => each.webhookId === webhook.id,
  );
  expect(await claim(found!, later(LEASE_MS))).toMatchObject({ attempt: 1, leasedUntil: later(2 * LEASE_MS) });
});

test.each([{ isActive: false }, { deletedAt: NOW, isActive: false }])(
  "nothing is taken for a webhook that is off: %j",
  async (change) => {
    const { due, webhook } = await arrange(1);
    await db.update(webhooks).set(change).where(eq(webhooks.id, webhook.id));
    expect(await claim(due[0]!)).toBeNull();
  },
);

test("nothing is taken under another webhook's name, early, or under another number", async () => {
  const [one, other] = [await arrange(1), await arrange(0)];
  const [due] = one.due;
  expect(await claim({ ...due!, webhookId: other.webhook.id })).toBeNull();
  expect(await claim(due!, later(-1))).toBeNull();
  expect(await claim({ ...due!, attempt: 2 })).toBeNull();
  expect(await claim(due!)).not.toBeNull();
});

test("successes of one batch are all kept, and clear the webhook's failures", async () => {
  const { due, webhook } = await arrange(3);
  await db.update(webhooks).set({ consecutiveFailures: 7 }).where(eq(webhooks.id, webhook.id));
  const claims = await Promise.all(due.map((each) => claim(each)));
  expect(await Promise.all(claims.map((each) => record(each!)))).toEqual([true, true, true]);
  for (const { deliveryId } of due) {
    expect(await rowOf(deliveryId)).toMatchObject({ status: "SUCCEEDED", nextAttemptAt: null, leasedUntil: null });
  }
  const ids = due.map(({ deliveryId }) => deliveryId);
  const attempts = await db.select().from(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids));
  expect(attempts).toHaveLength(3);
  expect(attempts[0]).toMatchObject({
    ...{ n: 1, at: NOW, httpStatus: 200, durationMs: 5, error: null, responseSnippet: "thanks" },
    webhookId: webhook.id,
  });
  expect(await webhookOf(webhook.id)).toMatchObject({
    ...{ consecutiveFailures: 0, lastDeliveryAt: later(5), lastSuccessAt: later(5) },
  });
});

test("a success whose delivery was canceled meanwhile, or taken over, has no say", async () => {
  const { due, webhook } = await arrange(2);
  const [canceled, overtaken] = await Promise.all(due.map((each) => claim(each)));
  const cancel = { status: "CANCELED", nextAttemptAt: null, leasedUntil: null } as const;
  await db.update(deliveries).set(cancel).where(eq(deliveries.id, canceled!.delivery.id));
  await claim(due[1]!, later(LEASE_MS));
  await Promise.all([record(canceled!), record(overtaken!)]);
  expect(await rowOf(canceled!.delivery.id)).toMatchObject({ status: "CANCELED" });
  expect(await rowOf(overtaken!.delivery.id)).toMatchObject({ status: "PENDING", leasedUntil: later(2 * LEASE_MS) });
  expect(await webhookOf(webhook.id)).toMatchObject({ lastSuccessAt: null });
});
