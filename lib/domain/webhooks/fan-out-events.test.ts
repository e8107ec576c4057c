import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { webhookDisabled } from "@/lib/domain/webhooks/event-types";
import { fanOutEvents } from "@/lib/domain/webhooks/fan-out-events";
import { testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const ctx = testCtx(NOW);

async function receivers(partnerId: string): Promise<string[]> {
  await fanOutFor(ctx, "");
  const rows = await db.select().from(deliveries).where(eq(deliveries.partnerId, partnerId));
  return rows.map((row) => row.webhookId).sort();
}

test("an event reaches the webhooks of its own environment and partner that asked for its type", async () => {
  const partnerId = (await makePartner(db)).id;
  const wanted = [
    await makeWebhook(db, { partnerId }),
    await makeWebhook(db, { partnerId, receiveAllEvents: false, eventTypes: ["user.created"] }),
  ];
  await makeWebhook(db, { partnerId, environment: "production" });
  await makeWebhook(db, { partnerId, receiveAllEvents: false, eventTypes: ["action.completed"] });
  await makeWebhook(db, { partnerId, isActive: false });
  await makeWebhook(db, { partnerId, deletedAt: NOW, isActive: false });
  const { webhook: strangers } = await makeWebhook(db);

  await recordUserCreated(ctx, partnerId);
  expect(await receivers(partnerId)).toEqual(wanted.map(({ webhook }) => webhook.id).sort());
  expect(await receivers(strangers.partnerId)).toEqual([]);
});

test("an event of the partner as a whole reaches the webhooks of both environments", async () => {
  const partnerId = (await makePartner(db)).id;
  const both = [await makeWebhook(db, { partnerId }), await makeWebhook(db, { partnerId, environment: "production" })];
  await recordUserCreated(ctx, partnerId, null);
  expect(await receivers(partnerId)).toEqual(both.map(({ webhook }) => webhook.id).sort());
  const rows = await db.select().from(deliveries).where(eq(deliveries.partnerId, partnerId));
  expect(rows.map((row) => row.environment).sort()).toEqual(["production", "sandbox"]);
});

test("a change that is rolled back leaves no event", async () => {
  const { webhook } = await makeWebhook(db);
  const { partnerId } = webhook;
  const broken = inTransaction(ctx, async (ctx) => {
    const told = { webhookId: webhook.id, url: webhook.url, reason: "a test" };
    await recordEvent(ctx, { partnerId, environment: "sandbox" }, webhookDisabled, told);
    await ctx.db.update(webhooks).set({ description: "changed" }).where(eq(webhooks.id, webhook.id));
    throw new Error("the change fails");
  });
  await expect(broken).rejects.toThrow("the change fails");
  expect(await db.select().from(events).where(eq(events.partnerId, partnerId))).toEqual([]);
  expect(await receivers(partnerId)).toEqual([]);
});

test("many at once make one delivery of each event for each webhook", async () => {
  const { webhook } = await makeWebhook(db);
  const { partnerId } = webhook;
  for (let index = 0; index < 25; index += 1) await recordUserCreated(ctx, partnerId);
  await Promise.all(Array.from({ length: 8 }, () => fanOutEvents(ctx)));
  await fanOutFor(ctx, webhook.id);

  const made = await db.select().from(deliveries).where(eq(deliveries.webhookId, webhook.id));
  expect(made).toHaveLength(25);
  expect(new Set(made.map((row) => row.eventId)).size).toBe(25);
  const waiting = and(eq(events.partnerId, partnerId), isNull(events.fannedOutAt));
  expect(await db.select().from(events).where(waiting)).toEqual([]);
});

test("a fan-out that breaks off leaves the events waiting for the next", async () => {
  const { webhook } = await makeWebhook(db);
  await recordUserCreated(ctx, webhook.partnerId);
  const broken = inTransaction(ctx, async (ctx) => {
    await fanOutEvents(ctx);
    throw new Error("killed");
  });
  await expect(broken).rejects.toThrow("killed");
  expect(await fanOutFor(ctx, webhook.id)).toHaveLength(1);
});
