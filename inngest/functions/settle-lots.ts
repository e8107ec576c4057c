import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { settleDueLots } from "@/lib/domain/giving/lots/settle-due-lots";
import { tellExpiringLots } from "@/lib/domain/giving/lots/tell-expiring-lots";

const NAME = "settle-lots";

/** Books what vesting and expiry have done to tokens, and tells of those that expire soon. Balances do not wait for it. */
export const settleLots = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (const work of [settleDueLots, tellExpiringLots]) {
      await inRounds(NAME, work, { limit: 500, max: 100, tells: true });
    }
  },
});
