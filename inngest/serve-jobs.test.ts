import { createHmac } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { makeWebhook } from "@/db/testing/factories";
import { inngestClient } from "@/inngest/client";
import { JOBS } from "@/inngest/jobs";
import { serveJobs, toInngest } from "@/inngest/serve-jobs";
import { testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";
import { startReceiver } from "@/lib/testing/webhook-receiver";

const SIGNING_KEY = vi.hoisted(() => {
  const key = "ab".repeat(32);
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
  process.env.INNGEST_SIGNING_KEY = `signkey-test-${key}`;
  process.env.INNGEST_EVENT_KEY = "an-event-key";
  return key;
});

const ENDPOINT = "http://portico.example/api/inngest";
const receiver = await startReceiver();
afterAll(() => receiver.close());

function signature(body: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  return `t=${seconds}&s=${createHmac("sha256", SIGNING_KEY).update(body).update(String(seconds)).digest("hex")}`;
}

/** Inngest signs JSON with its keys in order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return Array.isArray(value) ? value.map(inOrder) : value;
  }
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, each]) => [name, inOrder(each)]));
}

function runRequest(jobName: string, event: object, sign: (body: string) => string): Request {
  const call = {
    ctx: { attempt: 0, disable_immediate_execution: false, run_id: "run", stack: { current: 0, stack: [] } },
    event,
    events: [event],
    steps: {},
    use_api: false,
    version: 1,
  };
  const body = JSON.stringify(inOrder(call));
  return new Request(`${ENDPOINT}?fnId=portico-${jobName}&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-inngest-signature": sign(body) },
    body,
  });
}

test("every job is a function of Inngest's, under its own name and trigger", async () => {
  const client = await inngestClient();
  const functions = JOBS.map((job) => toInngest(client, job));
  expect(functions.map((each) => each.id("portico"))).toEqual([
    "portico-drain-outbox",
    "portico-deliver-webhook",
    "portico-sweep-deliveries",
    "portico-send-mails",
    "portico-sweep-mails",
    "portico-forget-replay-claims",
  ]);
  expect(functions.map((each) => each.opts.triggers)).toEqual([
    [{ event: "portico/outbox.waiting" }],
    [{ event: "portico/delivery.due" }],
    [{ cron: "*/1 * * * *" }],
    [{ event: "portico/outbox.waiting" }],
    [{ cron: "*/1 * * * *" }],
    [{ cron: "*/5 * * * *" }],
  ]);
  expect(functions[1]!.opts.concurrency).toEqual({ limit: 4, key: "event.data.webhookId" });
});

test("the endpoint counts all of them when asked", async () => {
  const request = new Request(ENDPOINT, { headers: { "x-inngest-signature": signature("") } });
  const answer = await serveJobs("GET")(request, {});
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ function_count: JOBS.length, mode: "cloud" });
});

test("a signed call runs the job, an unsigned or wrongly signed one does not", async () => {
  const ctx = testCtx(new Date());
  const { webhook } = await makeWebhook(ctx.db, { url: receiver.url });
  await recordUserCreated(ctx, webhook.partnerId);
  const [due] = await fanOutFor(ctx, webhook.id);
  const { at: _, ...data } = due!;
  const event = { data, name: "portico/delivery.due", ts: Date.now() };

  for (const sign of [() => "", () => signature("another body")]) {
    const refused = await serveJobs("POST")(runRequest("deliver-webhook", event, sign), {});
    expect(refused.status).toBe(401);
  }
  expect(receiver.received).toEqual([]);

  const answer = await serveJobs("POST")(runRequest("deliver-webhook", event, signature), {});
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]!.headers["x-sir-delivery-id"]).toBe(due!.deliveryId);
});
