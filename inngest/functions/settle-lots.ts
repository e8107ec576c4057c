import { job } from "@/inngest/functions/job";
import { settleDueLots } from "@/lib/domain/giving/lots/settle-due-lots";
import { tellExpiringLots } from "@/lib/domain/giving/lots/tell-expiring-lots";
import { jobCtx } from "@/lib/domain/job-context";

const NAME = "settle-lots";
const BATCH = 500;
const ROUNDS_MAX = 100;

/** Books what vesting and expiry have done to tokens, and tells of those that expire soon. Balances do not wait for it. */
export const settleLots = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (const work of [settleDueLots, tellExpiringLots]) {
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        if ((await work(jobCtx(NAME), { limit: BATCH })) < BATCH) break;
      }
    }
  },
});
