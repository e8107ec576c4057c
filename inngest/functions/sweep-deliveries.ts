import { announce } from "@/inngest/client";
import { deliveryDue } from "@/inngest/events";
import { drainOutboxNow } from "@/inngest/functions/drain-outbox";
import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";

const NAME = "sweep-deliveries";
/** A little beyond the next sweep: what falls due before it is announced for its own time. */
const LOOK_AHEAD_MS = 75_000;

/** Finds whatever no message told of: lost nudges, attempts broken off, retries that fall due. */
export const sweepDeliveries = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    await drainOutboxNow();
    const ctx = jobCtx(NAME);
    const due = await listDueDeliveries(ctx, { until: new Date(ctx.now.getTime() + LOOK_AHEAD_MS) });
    await announce(due.map(deliveryDue));
  },
});
