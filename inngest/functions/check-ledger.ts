import { job } from "@/inngest/functions/job";
import { checkLedgerNightly } from "@/lib/domain/giving/ledger/check-ledger-nightly";
import { jobCtx } from "@/lib/domain/job-context";

const NAME = "check-ledger";

/** Looks every hour whether the night's check of the ledger is still to be made, so that a server that was off makes it too. */
export const checkLedger = job({
  name: NAME,
  trigger: { everyMinutes: 60 },
  concurrency: { limit: 1 },
  retries: 0,
  async run() {
    await checkLedgerNightly(jobCtx(NAME));
  },
});
