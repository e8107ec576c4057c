import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { expireDueDonations } from "@/lib/domain/giving/donations/expire-due-donations";

const NAME = "expire-donations";

/** Records links that ran out unused; they take no payment from that moment on, whether this ran or not. */
export const expireDonations = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, expireDueDonations, { limit: 100, max: 500, tells: true }),
});
