import { announce } from "@/inngest/client";
import { deliveryDue } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { fanOutEvents } from "@/lib/domain/webhooks/fan-out-events";

const NAME = "drain-outbox";
const ROUNDS_MAX = 200;

/** Makes deliveries of all waiting events and announces them; what a very long queue leaves over is for the next sweep. */
export async function drainOutboxNow(): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { isLast, due } = await fanOutEvents(jobCtx(NAME));
    await announce(due.map(deliveryDue));
    if (isLast) return;
  }
}

export const drainOutbox = job({
  name: NAME,
  trigger: { message: "portico/outbox.waiting" },
  concurrency: { limit: 1 },
  retries: 1,
  restMs: 50,
  run: drainOutboxNow,
});
