import { afterEach, expect, test, vi } from "vitest";
import { makeWebhook } from "@/db/testing/factories";
import { announce, localMessages } from "@/inngest/client";
import { type EmbeddedDriver, startEmbeddedDriver } from "@/inngest/embedded-driver";
import { deliveryDue, outboxWaiting } from "@/inngest/events";
import { jobCtx } from "@/lib/domain/job-context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";
import { type Receiver, startReceiver } from "@/lib/testing/webhook-receiver";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

let driver: EmbeddedDriver | undefined;
const open: Receiver[] = [];
afterEach(async () => {
  // Receivers first: a request that hangs would hold the driver up.
  for (const receiver of open.splice(0)) await receiver.close();
  await driver?.stop();
});

async function receiverAnswering(...how: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...how);
  open.push(receiver);
  return receiver;
}

const ctx = () => jobCtx("test");
const arrived = (receiver: Receiver, count: number) =>
  vi.waitFor(() => expect(receiver.received).toHaveLength(count), { timeout: 5_000 });

test("a nudge brings an event to its receiver", async () => {
  driver = startEmbeddedDriver();
  const receiver = await receiverAnswering();
  const { webhook } = await makeWebhook(ctx().db, { url: receiver.url });
  await recordUserCreated(ctx(), webhook.partnerId);
  await announce(outboxWaiting);
  await arrived(receiver, 1);
});

test("an event whose nudge was lost is delivered by the sweep, which also runs at the start", async () => {
  const receiver = await receiverAnswering();
  const { webhook } = await makeWebhook(ctx().db, { url: receiver.url });
  await recordUserCreated(ctx(), webhook.partnerId);
  driver = startEmbeddedDriver();
  await arrived(receiver, 1);
});

test("an attempt that was announced for later is made then, and not before", async () => {
  driver = startEmbeddedDriver([]);
  await driver.stop();
  const receiver = await receiverAnswering();
  const { webhook } = await makeWebhook(ctx().db, { url: receiver.url });
  await recordUserCreated(ctx(), webhook.partnerId);
  const at = new Date(Date.now() + 400);
  const [due] = await fanOutFor({ ...ctx(), now: at }, webhook.id);
  driver = startEmbeddedDriver();
  await announce(deliveryDue(due!));
  await arrived(receiver, 1);
  expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
  expect(Date.now()).toBeLessThan(at.getTime() + 3_000);
});

test("a receiver that hangs keeps no other waiting", async () => {
  driver = startEmbeddedDriver();
  const hanging = await receiverAnswering(() => {});
  const receiver = await receiverAnswering();
  const slow = await makeWebhook(ctx().db, { url: hanging.url });
  const { webhook } = await makeWebhook(ctx().db, { url: receiver.url });
  for (let number = 0; number < 8; number += 1) await recordUserCreated(ctx(), slow.webhook.partnerId);
  await announce(outboxWaiting);
  await arrived(hanging, 4);
  await recordUserCreated(ctx(), webhook.partnerId);
  await announce(outboxWaiting);
  await arrived(receiver, 1);
  expect(hanging.received).toHaveLength(4);
});

test("stopping waits for a delivery that is under way", async () => {
  driver = startEmbeddedDriver();
  let release: (() => void) | undefined;
  const receiver = await receiverAnswering((_request, response) => {
    release = () => response.end();
  });
  const { webhook } = await makeWebhook(ctx().db, { url: receiver.url });
  await recordUserCreated(ctx(), webhook.partnerId);
  await announce(outboxWaiting);
  await arrived(receiver, 1);
  let stopped = false;
  const stopping = driver.stop().then(() => {
    stopped = true;
  });
  await announce(outboxWaiting);
  expect(stopped).toBe(false);
  release!();
  await stopping;
  expect(localMessages().listenerCount("message")).toBe(0);
});

test("where no driver runs, a message is nobody's and harms nothing", async () => {
  await expect(announce([outboxWaiting, outboxWaiting])).resolves.toBeUndefined();
});
