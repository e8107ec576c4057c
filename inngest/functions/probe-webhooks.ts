import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { probeDueWebhooks } from "@/lib/domain/webhooks/probe-due-webhooks";

const NAME = "probe-webhooks";
/** Sent at once; each is three requests that may take ten seconds. */
const BATCH = 5;
const ROUNDS_MAX = 20;

/** Finds out whether production webhooks verify signatures. What is left over waits for the next run. */
export const probeWebhooks = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      if ((await probeDueWebhooks(jobCtx(NAME), { limit: BATCH })) < BATCH) return;
    }
  },
});
