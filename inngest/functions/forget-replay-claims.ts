import { job } from "@/inngest/functions/job";
import { forgetOldSignInFailures } from "@/lib/domain/accounts/forget-old-sign-in-failures";
import { jobCtx } from "@/lib/domain/job-context";
import { forgetReplayClaims as forgetSomeReplayClaims } from "@/lib/domain/keys/forget-replay-claims";

const NAME = "forget-replay-claims";
const BATCH = 5_000;
const ROUNDS_MAX = 100;

/** Removes what protects nothing any more, in batches that hold no lock for long. */
export const forgetReplayClaims = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    for (const forget of [forgetSomeReplayClaims, forgetOldSignInFailures]) {
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        if ((await forget(jobCtx(NAME), { limit: BATCH })) < BATCH) break;
      }
    }
  },
});
