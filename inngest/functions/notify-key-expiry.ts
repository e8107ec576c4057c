import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { notifyKeyExpiry as notifySomeKeyExpiry } from "@/lib/domain/keys/notify-key-expiry";

const NAME = "notify-key-expiry";
/** Each may be a mail to render, within one transaction. */
const BATCH = 20;

/** Tells partners of keys that will expire, and records those that have. */
export const notifyKeyExpiry = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, notifySomeKeyExpiry, { limit: BATCH, max: 500, tells: true }),
});
