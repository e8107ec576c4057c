import { announce } from "@/inngest/client";
import { outboxWaiting } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { settleDueRewards } from "@/lib/domain/giving/donations/settle-due-rewards";
import { jobCtx } from "@/lib/domain/job-context";

const BATCH = 20;
const ROUNDS_MAX = 100;

async function settleNow(name: string): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const count = await settleDueRewards(jobCtx(name), { limit: BATCH });
    if (count > 0) await announce(outboxWaiting);
    if (count < BATCH) return;
  }
}

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
