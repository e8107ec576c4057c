import { announce } from "@/inngest/client";
import { outboxWaiting } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { expireDueDonations } from "@/lib/domain/giving/donations/expire-due-donations";
import { jobCtx } from "@/lib/domain/job-context";

const NAME = "expire-donations";
const BATCH = 100;
const ROUNDS_MAX = 500;

/** Records links that ran out unused; they take no payment from that moment on, whether this ran or not. */
export const expireDonations = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const count = await expireDueDonations(jobCtx(NAME), { limit: BATCH });
      if (count > 0) await announce(outboxWaiting);
      if (count < BATCH) return;
    }
  },
});
