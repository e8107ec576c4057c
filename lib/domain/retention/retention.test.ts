import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { mails } from "@/db/schema/mails";
import { apiRequests } from "@/db/schema/records";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import { makeMail, makeWebhook, type WebhookRow } from "@/db/testing/factories";
import { jobCtx } from "@/lib/domain/job-context";
import { forgetOldEvents } from "@/lib/domain/retention/forget-old-events";
import { forgetOldMails } from "@/lib/domain/retention/forget-old-mails";
import { forgetOldRequests } from "@/lib/domain/retention/forget-old-requests";
import { newPrefixedId } from "@/lib/platform/ids";

let webhook: WebhookRow;
beforeAll(async () => {
  ({ webhook } = await makeWebhook(jobCtx("test").db));
});

const NOW = new Date("2026-06-30T12:00:00.000Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);
const ctx = () => ({ ...jobCtx("test"), now: NOW });
const all = { limit: 100 };

async function makeEvent(createdAt: Date, fannedOutAt: Date | null = createdAt): Promise<string> {
  const id = newPrefixedId("evt");
  const { partnerId } = webhook;
  const event = { id, partnerId, environment: "sandbox", type: "user.created", body: "{}" } as const;
  await ctx()
    .db.insert(events)
    .values({ ...event, createdAt, fannedOutAt });
  return id;
}

type Made = { createdAt: Date; status?: "PENDING" | "SUCCEEDED" | "EXHAUSTED"; redeliveryOf?: string };

async function makeDeliveryOf(eventId: string, { createdAt, status = "SUCCEEDED", redeliveryOf }: Made) {
  const id = newPrefixedId("whd");
  const { id: webhookId, partnerId, environment } = webhook;
  await ctx()
    .db.insert(deliveries)
    .values({
      ...{ id, eventId, webhookId, partnerId, environment, status, redeliveryOf, createdAt },
      eventType: "user.created",
      attemptsMade: 1,
      nextAttemptAt: status === "PENDING" ? NOW : null,
      updatedAt: createdAt,
    });
  await ctx().db.insert(deliveryAttempts).values({ deliveryId: id, n: 1, at: createdAt, durationMs: 3 });
  return id;
}

const isThere = async (id: string) =>
  (await ctx().db.select({ id: events.id }).from(events).where(eq(events.id, id))).length === 1;

describe("events", () => {
  test("go after 90 days with their deliveries and attempts, and not a moment sooner", async () => {
    const old = await makeEvent(new Date(ago(90).getTime() - 1));
    const kept = await makeEvent(ago(90));
    const [oldDelivery, keptDelivery] = [
      await makeDeliveryOf(old, { createdAt: new Date(ago(90).getTime() - 1) }),
      await makeDeliveryOf(kept, { createdAt: ago(90) }),
    ];
    expect(await forgetOldEvents(ctx(), all)).toBe(1);
    expect([await isThere(old), await isThere(kept)]).toEqual([false, true]);
    const ids = [oldDelivery, keptDelivery];
    const left = await ctx().db.select().from(deliveries).where(inArray(deliveries.id, ids));
    expect(left.map(({ id }) => id)).toEqual([keptDelivery]);
    const attempts = await ctx().db.select().from(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids));
    expect(attempts.map(({ deliveryId }) => deliveryId)).toEqual([keptDelivery]);
  });

  test("stay while they wait for their deliveries, or have a pending one, however old", async () => {
    const waiting = await makeEvent(ago(400), null);
    const pending = await makeEvent(ago(400));
    await makeDeliveryOf(pending, { createdAt: ago(400), status: "PENDING" });
    const sentAnew = await makeEvent(ago(100));
    const first = await makeDeliveryOf(sentAnew, { createdAt: ago(100), status: "EXHAUSTED" });
    await makeDeliveryOf(sentAnew, { createdAt: ago(2), redeliveryOf: first });
    expect(await forgetOldEvents(ctx(), all)).toBe(0);
    for (const id of [waiting, pending, sentAnew]) expect(await isThere(id)).toBe(true);
  });

  test("go in batches, and each once though several processes are at it", async () => {
    const made = await Promise.all([...Array(12)].map(() => makeEvent(ago(91))));
    let rounds = 0;
    let gone = 0;
    while (gone < made.length && rounds < 50) {
      const counts = await Promise.all([1, 2, 3].map(() => forgetOldEvents(ctx(), { limit: 2 })));
      expect(Math.max(...counts)).toBeLessThanOrEqual(2);
      gone += counts.reduce((sum, each) => sum + each, 0);
      rounds += 1;
    }
    expect(gone).toBe(made.length);
    expect(await Promise.all(made.map(isThere))).toEqual(made.map(() => false));
  });
});

test("usage rows go after 90 days, in batches", async () => {
  const request = (at: Date) => ({ id: newPrefixedId("req"), method: "GET", route: "/v1", status: 200, at });
  const rows = [ago(91), ago(92), ago(93), ago(90), ago(1)].map(request);
  await ctx()
    .db.insert(apiRequests)
    .values(rows.map((row) => ({ ...row, durationUs: 1, address: "192.0.2.1" })));
  expect([
    await forgetOldRequests(ctx(), { limit: 2 }),
    await forgetOldRequests(ctx(), { limit: 2 }),
    await forgetOldRequests(ctx(), { limit: 2 }),
  ]).toEqual([2, 1, 0]);
  const left = await ctx().db.select().from(apiRequests);
  expect(left.map(({ id }) => id).sort()).toEqual(
    rows
      .slice(3)
      .map(({ id }) => id)
      .sort(),
  );
});

test("mails go 90 days after they were sent; those never sent stay", async () => {
  const made = (sentAt: Date | null) => makeMail(ctx().db, { createdAt: ago(300), sentAt });
  const gone = await made(ago(91));
  const kept = [await made(ago(90)), await made(null)];
  expect(await forgetOldMails(ctx(), all)).toBe(1);
  const left = await ctx().db.select({ id: mails.id }).from(mails);
  expect(left.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  expect(left.map(({ id }) => id)).not.toContain(gone.id);
});
