import { createHmac } from "node:crypto";
import { afterAll, describe, expect, test, vi } from "vitest";
import { makeWebhook } from "@/db/testing/factories";
import { inngestClient } from "@/inngest/client";
import { JOBS } from "@/inngest/jobs";
import { serveJobs, toInngest } from "@/inngest/serve-jobs";
import { jobCtx } from "@/lib/domain/job-context";
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
    "portico-retry-directory-deliveries",
    "portico-send-mails",
    "portico-sweep-mails",
    "portico-settle-lots",
    "portico-move-campaigns",
    "portico-settle-donation-rewards",
    "portico-sweep-donation-rewards",
    "portico-expire-donations",
    "portico-notify-key-expiry",
    "portico-end-quiet-keys",
    "portico-probe-webhooks",
    "portico-forget-replay-claims",
    "portico-forget-old-records",
    "portico-check-ledger",
    "portico-seal-audit",
  ]);
  expect(functions.map((each) => each.opts.triggers)).toEqual([
    [{ event: "portico/outbox.waiting" }],
    [{ event: "portico/delivery.due" }],
    [{ cron: "*/1 * * * *" }],
    [{ cron: "*/15 * * * *" }],
    [{ event: "portico/outbox.waiting" }],
    [{ cron: "*/1 * * * *" }],
    [{ cron: "*/1 * * * *" }],
    [{ cron: "*/1 * * * *" }],
    [{ event: "portico/rewards.waiting" }],
    [{ cron: "*/1 * * * *" }],
    [{ cron: "*/5 * * * *" }],
    [{ cron: "*/5 * * * *" }],
    [{ cron: "*/5 * * * *" }],
    [{ cron: "*/5 * * * *" }],
    [{ cron: "*/5 * * * *" }],
    [{ cron: "0 * * * *" }],
    [{ cron: "0 * * * *" }],
    [{ cron: "*/1 * * * *" }],
  ]);
});

test("names of jobs and of their messages are unlike each other", () => {
  expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length);
});

test("the endpoint counts all of them when asked", async () => {
  const request = new Request(ENDPOINT, { headers: { "x-inngest-signature": signature("") } });
  const answer = await serveJobs("GET")(request, {});
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ function_count: JOBS.length, mode: "cloud" });
});

/** What Inngest asks when it takes the app up: the list of its functions, in the answer itself. */
function introspection(sign: (body: string) => string): Request {
  const body = JSON.stringify({ url: ENDPOINT });
  const headers = {
    "content-type": "application/json",
    "x-inngest-sync-kind": "in_band",
    "x-inngest-signature": sign(body),
  };
  return new Request(ENDPOINT, { method: "PUT", headers, body });
}

test("introspection lists each function with its trigger, retries and concurrency, to Inngest alone", async () => {
  const answer = await serveJobs("PUT")(introspection(signature), {});
  expect(answer.status).toBe(200);
  const { functions } = (await answer.json()) as {
    functions: { id: string; triggers: object[]; concurrency: object; steps: Record<string, { retries: object }> }[];
  };
  const listed = functions.map(({ id, triggers, concurrency, steps }) => ({
    id,
    triggers,
    concurrency,
    attempts: Object.values(steps).map(({ retries }) => retries),
  }));
  expect(listed).toEqual(
    JOBS.map(({ name, retries, concurrency: { limit, per } }) => ({
      id: `portico-${name}`,
      triggers: [expect.toSatisfy((trigger) => "event" in trigger !== "cron" in trigger)],
      concurrency: per ? { limit, key: `event.data.${per}` } : { limit },
      attempts: [{ attempts: retries }],
    })),
  );
  expect(listed.find(({ id }) => id.endsWith("deliver-webhook"))!.concurrency).toEqual({
    limit: 4,
    key: "event.data.webhookId",
  });
  for (const sign of [() => "", () => signature("another body")]) {
    expect((await serveJobs("PUT")(introspection(sign), {})).status).toBe(401);
  }
});

test("a signed call runs the job, an unsigned or wrongly signed one does not", async () => {
  const ctx = jobCtx("test");
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

describe.each(JOBS)("$name", (job) => {
  // A delivery that is not there: what a message of the queue may well tell of when it comes late.
  const data = "message" in job.trigger ? { deliveryId: "whd_gone", webhookId: "gone", attempt: 1 } : {};
  const event = {
    data,
    name: "message" in job.trigger ? job.trigger.message : "inngest/scheduled.timer",
    ts: Date.now(),
  };

  test("runs through Inngest's handler, and again, and by several calls at once", async () => {
    const call = async () => {
      const answer = await serveJobs("POST")(runRequest(job.name, event, signature), {});
      return answer.status;
    };
    expect(await call()).toBe(200);
    expect(await Promise.all([call(), call(), call()])).toEqual([200, 200, 200]);
  });

  test("is not run by a call that is not signed", async () => {
    const run = vi.spyOn(job, "run");
    const answer = await serveJobs("POST")(
      runRequest(job.name, event, () => ""),
      {},
    );
    expect(answer.status).toBe(401);
    expect(run).not.toHaveBeenCalled();
  });
});

test("what a job could not do is told to Inngest, which repeats it as often as the list says", async () => {
  const [job] = JOBS;
  vi.spyOn(job!, "run").mockRejectedValueOnce(new Error("the database is away"));
  const event = { data: {}, name: "portico/outbox.waiting", ts: Date.now() };
  const answer = await serveJobs("POST")(runRequest(job!.name, event, signature), {});
  expect(answer.status).toBe(500);
});
