import { expect, test, vi } from "vitest";
import type { Job, JobInput } from "@/inngest/functions/job";
import { JobLanes } from "@/inngest/job-lanes";

type Run = { input: JobInput; end: () => void };

/** A job whose runs end when the test says so. */
function heldJob(concurrency: Job["concurrency"]) {
  const runs: Run[] = [];
  const job: Job = {
    name: `job-${crypto.randomUUID()}`,
    trigger: { message: "portico/delivery.due" },
    concurrency,
    retries: 0,
    run: (input) => new Promise<void>((end) => runs.push({ input, end })),
  };
  return { job, runs };
}

const due = (webhookId: string, number: number) => ({ deliveryId: `${webhookId}-${number}`, webhookId, attempt: 1 });
const fallThrough = (_job: Job, error: unknown) => {
  throw error;
};
const perWebhook = { limit: 4, per: "webhookId" };

test("a lane runs as many at once as its job allows, and goes on as they end", async () => {
  const { job, runs } = heldJob(perWebhook);
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 6; number += 1) lanes.add(job, due("a", number));
  expect(runs).toHaveLength(4);
  runs[0]!.end();
  await vi.waitFor(() => expect(runs).toHaveLength(5), 20_000);
});

test("a lane that hangs delays no other", () => {
  const { job, runs } = heldJob(perWebhook);
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 1000; number += 1) lanes.add(job, due("slow", number));
  lanes.add(job, due("quick", 1));
  expect(runs.map((run) => (run.input as { webhookId: string }).webhookId)).toEqual([
    ...Array(4).fill("slow"),
    "quick",
  ]);
});

test("all lanes together keep to a bound, and take turns below it", async () => {
  const { job, runs } = heldJob({ limit: 40, per: "webhookId" });
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 60; number += 1) {
    for (const webhookId of ["a", "b", "c"]) lanes.add(job, due(webhookId, number));
  }
  expect(runs).toHaveLength(64);
  const begun = runs.length;
  for (const run of runs.slice(0, 9)) run.end();
  await vi.waitFor(() => expect(runs).toHaveLength(begun + 9), 20_000);
  const next = runs.slice(begun).map((run) => (run.input as { webhookId: string }).webhookId);
  expect(new Set(next)).toEqual(new Set(["a", "b", "c"]));
});

test("jobs without lanes run although the others are full", () => {
  const deliver = heldJob(perWebhook);
  const drain = heldJob({ limit: 1 });
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 100; number += 1) lanes.add(deliver.job, due(`webhook-${number}`, 1));
  expect(deliver.runs).toHaveLength(64);
  lanes.add(drain.job, {});
  expect(drain.runs).toHaveLength(1);
});

test("any number of messages while one runs become one more run", async () => {
  const { job, runs } = heldJob({ limit: 1 });
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 50; number += 1) lanes.add(job, {});
  expect(runs).toHaveLength(1);
  runs[0]!.end();
  await vi.waitFor(() => expect(runs).toHaveLength(2), 20_000);
  runs[1]!.end();
  await lanes.close();
  expect(runs).toHaveLength(2);
});

test("a run that fails is reported and holds up nothing", async () => {
  const errors: unknown[] = [];
  const lanes = new JobLanes((_job, error) => errors.push(error));
  const { job, runs } = heldJob({ limit: 1 });
  const failing: Job = { ...job, run: async (input) => (runs.length === 0 ? failOnce(input) : job.run(input)) };
  const failOnce = (input: JobInput) => {
    runs.push({ input, end: () => {} });
    throw new Error("no database");
  };
  lanes.add(failing, {});
  await vi.waitFor(() => expect(errors).toHaveLength(1), 20_000);
  lanes.add(failing, {});
  await vi.waitFor(() => expect(runs).toHaveLength(2), 20_000);
});

test("closing forgets what waits and waits for what runs", async () => {
  const { job, runs } = heldJob({ limit: 1 });
  const lanes = new JobLanes(fallThrough);
  for (let number = 0; number < 3; number += 1) lanes.add(job, due("a", number));
  let closed = false;
  const closing = lanes.close().then(() => {
    closed = true;
  });
  lanes.add(job, due("a", 9));
  await Promise.resolve();
  expect(closed).toBe(false);
  runs[0]!.end();
  await closing;
  expect(runs).toHaveLength(1);
});
