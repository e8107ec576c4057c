import { announce } from "@/inngest/client";
import { outboxWaiting } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { moveDueCampaigns } from "@/lib/domain/giving/campaigns/move-due-campaigns";
import { jobCtx } from "@/lib/domain/job-context";

const NAME = "move-campaigns";
/** Submits of these campaigns wait for the batch. */
const BATCH = 20;
const ROUNDS_MAX = 500;

/** Starts and ends campaigns whose time has come. What they reward never waits for it: the clock decides that. */
export const moveCampaigns = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const count = await moveDueCampaigns(jobCtx(NAME), { limit: BATCH });
      if (count > 0) await announce(outboxWaiting);
      if (count < BATCH) return;
    }
  },
});
