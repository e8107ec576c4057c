import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { settleDueRewards } from "@/lib/domain/giving/donations/settle-due-rewards";

const settleNow = (name: string) => inRounds(name, settleDueRewards, { limit: 20, max: 100, tells: true });

/** Rewards go out as soon as the donation they are for is committed. */
export const settleDonationRewards = job({
  name: "settle-donation-rewards",
  trigger: { message: "portico/rewards.waiting" },
  concurrency: { limit: 1 },
  retries: 0,
  restMs: 50,
  run: () => settleNow("settle-donation-rewards"),
});

/** Rewards that are due again, or of which no message told. */
export const sweepDonationRewards = job({
  name: "sweep-donation-rewards",
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => settleNow("sweep-donation-rewards"),
});
