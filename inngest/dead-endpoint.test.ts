import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { announce } from "@/inngest/client";
import { type EmbeddedDriver, startEmbeddedDriver } from "@/inngest/embedded-driver";
import { outboxWaiting } from "@/inngest/events";
import { jobCtx } from "@/lib/domain/job-context";
import { createTestDatabase } from "@/lib/testing/database";
import { recordUserCreated } from "@/lib/testing/webhook-events";
import { startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const ENDPOINTS = 50;
const EVENTS_EACH = 4;
const ROUNDS = 5;
const CHANGE_MAX = 1.2;

// The driver takes whatever is due, so it gets a database in which nothing of other tests is.
let drop: () => Promise<void>;
let driver: EmbeddedDriver;
beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  process.env.DATABASE_URL = made.url;
  driver = startEmbeddedDriver();
});
afterAll(async () => {
  await driver.stop();
  await drop();
});

const ctx = () => jobCtx("test");

/** A partner with a webhook, for each of these addresses. */
async function partnersWith(urls: string[]): Promise<string[]> {
  const partnerIds: string[] = [];
  for (const url of urls) {
    const { id: partnerId } = await makePartner(ctx().db);
    await makeWebhook(ctx().db, { partnerId, url });
    partnerIds.push(partnerId);
  }
  return partnerIds;
}

/** Commits events for everybody at once and gives the time until each arrived at the endpoints that answer. */
async function deliverRound(partnerIds: string[], arrivals: number[], expected: number): Promise<number[]> {
  arrivals.length = 0;
  for (let n = 0; n < EVENTS_EACH; n += 1) for (const id of partnerIds) await recordUserCreated(ctx(), id);
  const committedAt = performance.now();
  await announce(outboxWaiting);
  await vi.waitFor(() => expect(arrivals).toHaveLength(expected), { timeout: 20_000, interval: 5 });
  return arrivals.map((at) => at - committedAt);
}

const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
const p95 = (values: number[]) => sorted(values)[Math.floor(values.length * 0.95)]!;
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)]!;

test("one endpoint of fifty that hangs changes the p95 of the others by less than a fifth", async () => {
  const arrivals: number[] = [];
  const answering = await startReceiver((request, response) => {
    if (request.path === "/timed") arrivals.push(performance.now());
    response.end();
  });
  const others = await partnersWith(Array(ENDPOINTS - 1).fill(`${answering.url}/timed`));
  const [healthy] = await partnersWith([`${answering.url}/untimed`]);
  const expected = others.length * EVENTS_EACH;

  const without: number[] = [];
  const withDead: number[] = [];
  const measureHealthy = async () => {
    without.push(p95(await deliverRound([healthy!, ...others], arrivals, expected)));
  };
  const measureWithDead = async () => {
    const hanging = await startReceiver(() => {});
    const [dead] = await partnersWith([`${hanging.url}/hooks`]);
    // What is committed for the dead one comes first, and keeps hanging through the round.
    withDead.push(p95(await deliverRound([dead!, ...others], arrivals, expected)));
    expect(hanging.received).toHaveLength(EVENTS_EACH);
    await hanging.close();
  };
  await deliverRound([...others, healthy!], arrivals, expected);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first in every other round: what one leaves behind, such as kept connections, favours neither.
    const both = [measureHealthy, measureWithDead];
    for (const measure of round % 2 === 0 ? both : both.reverse()) await measure();
  }
  await answering.close();
  console.log(`p95 of the others: ${median(without).toFixed(0)} ms, with a dead one ${median(withDead).toFixed(0)} ms`);
  // A dead endpoint that held others up would do so in every round; a busy machine lengthens some, on either side.
  const changes = sorted(withDead.map((each, round) => each / without[round]!));
  expect(changes[1]!).toBeLessThan(CHANGE_MAX);
});
