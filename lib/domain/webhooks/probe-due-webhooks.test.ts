import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { partners } from "@/db/schema/partners";
import { webhookProbes } from "@/db/schema/readiness";
import { webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook, type WebhookRow } from "@/db/testing/factories";
import { jobCtx } from "@/lib/domain/job-context";
import { probeDueWebhooks } from "@/lib/domain/webhooks/probe-due-webhooks";

const { db } = jobCtx("test");
beforeEach(async () => {
  await db.update(webhooks).set({ isActive: false });
});

const NOW = new Date("2026-03-01T12:00:00.000Z");
const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * HOUR;
const after = (ms: number) => ({ ...jobCtx("test"), now: new Date(NOW.getTime() + ms) });

const answers = async () => ({ status: 200, headers: {}, bodySnippet: "", durationMs: 5 });
const killed = () => Promise.reject(new Error("killed"));
const probe = (ms = 0, send: Parameters<typeof probeDueWebhooks>[2] = answers) =>
  probeDueWebhooks(after(ms), { limit: 10 }, send);

async function liveWebhook(access: "REQUESTED" | "APPROVED" | "LIVE" | "REVOKED" = "APPROVED", more = {}) {
  const { id: partnerId } = await makePartner(db, { productionAccess: access });
  return (await makeWebhook(db, { partnerId, environment: "production", ...more })).webhook;
}
const probesOf = ({ id }: WebhookRow) => db.select().from(webhookProbes).where(eq(webhookProbes.webhookId, id));

test("a new production webhook is probed once, and again after a week until cutover", async () => {
  const webhook = await liveWebhook();
  expect(await probe()).toBe(1);
  expect(await probesOf(webhook)).toMatchObject([{ refusedForged: false, acceptedGenuine: true, startedAt: NOW }]);
  expect(await probe(WEEK - 2 * HOUR)).toBe(0);
  // Before the last one has lost its worth.
  expect(await probe(WEEK - HOUR + 5)).toBe(1);
  await db.update(partners).set({ productionAccess: "LIVE" }).where(eq(partners.id, webhook.partnerId));
  expect(await probe(10 * WEEK)).toBe(0);
  expect(await probesOf(webhook)).toHaveLength(2);
});

test("a webhook of a live partner is probed when it is new, and when its URL was changed", async () => {
  const webhook = await liveWebhook("LIVE");
  expect(await probe()).toBe(1);
  expect(await probe(HOUR)).toBe(0);
  await db.update(webhooks).set({ url: "https://moved.example/hook" }).where(eq(webhooks.id, webhook.id));
  expect(await probe(2 * HOUR)).toBe(1);
});

test("of several processes one probes a webhook", async () => {
  const made = [await liveWebhook(), await liveWebhook(), await liveWebhook()];
  const counts = await Promise.all([probe(), probe(), probe(), probe()]);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(3);
  for (const webhook of made) expect(await probesOf(webhook)).toHaveLength(1);
});

test("a probe the process did not survive is made anew after five minutes", async () => {
  const webhook = await liveWebhook();
  await expect(probe(0, killed)).rejects.toThrow("killed");
  expect(await probe(HOUR / 12 - 1)).toBe(0);
  expect(await probe(HOUR / 12)).toBe(1);
  expect((await probesOf(webhook)).filter(({ finishedAt }) => finishedAt !== null)).toHaveLength(1);
});

describe("nothing is sent to", () => {
  test.each([
    ["a webhook that is off", () => liveWebhook("APPROVED", { isActive: false })],
    ["one that was deleted", () => liveWebhook("APPROVED", { deletedAt: NOW })],
    ["one of the sandbox", () => liveWebhook("APPROVED", { environment: "sandbox" })],
    ["one of a partner without production", () => liveWebhook("REVOKED")],
  ])("%s", async (_, make) => {
    const webhook = await make();
    expect(await probe()).toBe(0);
    expect(await probesOf(webhook)).toEqual([]);
  });

  test("one of a partner that is not active", async () => {
    const webhook = await liveWebhook();
    await db.update(partners).set({ status: "SUSPENDED" }).where(eq(partners.id, webhook.partnerId));
    expect(await probe()).toBe(0);
  });
});
