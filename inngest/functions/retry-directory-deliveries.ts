import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { mayRunLive, runScheduler } from "@/lib/domain/webhooks/directory/run-scheduler";
import { RunScheduler } from "@/lib/domain/webhooks/directory/schemas";
import { logger } from "@/lib/platform/logger";

const NAME = "retry-directory-deliveries";

/** Tries directory deliveries again that failed or were blocked; unless live mode was approved it only says what it would do. */
export const retryDirectoryDeliveries = job({
  name: NAME,
  trigger: { everyMinutes: 15 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    const { data } = await runScheduler(jobCtx(NAME), RunScheduler.parse({ dryRun: !mayRunLive() }));
    const { dryRun, failedCandidates, blockedCandidates, delivery } = data;
    const { processed, delivered, failed, blocked } = delivery;
    logger.info(
      { dryRun, failedCandidates, blockedCandidates, processed, delivered, failed, blocked },
      "directory deliveries were looked through",
    );
  },
});
