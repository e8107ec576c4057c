import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { runSchedulerByClock } from "@/lib/domain/webhooks/directory/run-scheduler";

const NAME = "retry-directory-deliveries";

/** Tries directory deliveries again that failed or were blocked; unless live mode was approved it only says what it would do. */
export const retryDirectoryDeliveries = job({
  name: NAME,
  trigger: { everyMinutes: 15 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => runSchedulerByClock(jobCtx(NAME)),
});
