import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { forgetOldSignInFailures } from "@/lib/domain/accounts/forget-old-sign-in-failures";
import { forgetReplayClaims as forgetSomeReplayClaims } from "@/lib/domain/keys/forget-replay-claims";

const NAME = "forget-replay-claims";

/** Removes what protects nothing any more, in batches that hold no lock for long. */
export const forgetReplayClaims = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (const forget of [forgetSomeReplayClaims, forgetOldSignInFailures]) {
      await inRounds(NAME, forget, { limit: 5_000, max: 100 });
    }
  },
});
