import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { announce } from "@/inngest/client";
import { type EmbeddedDriver, startEmbeddedDriver } from "@/inngest/embedded-driver";
import { outboxWaiting } from "@/inngest/events";
import { jobCtx } from "@/lib/domain/job-context";
import { recordUserCreated } from "@/lib/testing/webhook-events";
import { startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const ENDPOINTS = 50;
const EVENTS_EACH = 4;

let driver: EmbeddedDriver;
beforeAll(async () => {
  driver = startEmbeddedDriver();
});
afterAll(() => driver.stop());

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

test("everything for forty-nine endpoints arrives while the fiftieth still holds all that it may", async () => {
  let released = 0;
  const hanging = await startReceiver((_request, response) => void response.once("close", () => (released += 1)));
  const answering = await startReceiver();
  const [dead, ...others] = await partnersWith([hanging.url, ...Array<string>(ENDPOINTS - 1).fill(answering.url)]);
  // What is committed for the dead one comes first, and is more than it may have in flight.
  for (let n = 0; n < 2 * EVENTS_EACH; n += 1) await recordUserCreated(ctx(), dead!);
  for (let n = 0; n < EVENTS_EACH; n += 1) for (const id of others) await recordUserCreated(ctx(), id);
  await announce(outboxWaiting);
  const expected = others.length * EVENTS_EACH;
  await vi.waitFor(() => expect(answering.received).toHaveLength(expected), { timeout: 9_000 });
  expect([hanging.received.length, released]).toEqual([4, 0]);
  await hanging.close();
  await answering.close();
});
