import { announce } from "@/inngest/client";
import { outboxWaiting } from "@/inngest/events";
import { job } from "@/inngest/functions/job";
import { jobCtx } from "@/lib/domain/job-context";
import { notifyKeyExpiry as notifySomeKeyExpiry } from "@/lib/domain/keys/notify-key-expiry";

const NAME = "notify-key-expiry";
/** Each may be a mail to render, within one transaction. */
const BATCH = 20;
const ROUNDS_MAX = 500;

/** Tells partners of keys that will expire, and records those that have. */
export const notifyKeyExpiry = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const count = await notifySomeKeyExpiry(jobCtx(NAME), { limit: BATCH });
      if (count > 0) await announce(outboxWaiting);
      if (count < BATCH) return;
    }
  },
});
