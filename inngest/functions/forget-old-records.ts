import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { forgetOldEvents } from "@/lib/domain/retention/forget-old-events";
import { forgetOldMails } from "@/lib/domain/retention/forget-old-mails";
import { forgetOldRequests } from "@/lib/domain/retention/forget-old-requests";

const NAME = "forget-old-records";
const BATCH = 500;
const ROUNDS_MAX = 400;

/** Removes what has been kept long enough, in batches that hold no lock for long. What is left over waits an hour. */
export const forgetOldRecords = job({
  name: NAME,
  trigger: { everyMinutes: 60 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (const forget of [forgetOldEvents, forgetOldRequests, forgetOldMails]) {
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        if ((await forget(jobCtx(NAME), { limit: BATCH })) === 0) break;
      }
    }
  },
});
