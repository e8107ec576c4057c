import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { moveDueCampaigns } from "@/lib/domain/giving/campaigns/move-due-campaigns";

const NAME = "move-campaigns";
/** Submits of these campaigns wait for the batch. */
const BATCH = 20;

/** Starts and ends campaigns whose time has come. What they reward never waits for it: the clock decides that. */
export const moveCampaigns = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, moveDueCampaigns, { limit: BATCH, max: 500, tells: true }),
});
