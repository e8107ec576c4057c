import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { probeDueWebhooks } from "@/lib/domain/webhooks/probe-due-webhooks";

const NAME = "probe-webhooks";
/** Sent at once; each is three requests that may take ten seconds. */
const BATCH = 5;

/** Finds out whether production webhooks verify signatures. What is left over waits for the next run. */
export const probeWebhooks = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, probeDueWebhooks, { limit: BATCH, max: 20 }),
});
