import { withDatabase } from "@/db/with-database";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { jobCtx } from "@/lib/domain/job-context";

// npm run ledger:check: verifies every promise of the ledger; exits non-zero when one is broken.

await withDatabase(async () => {
  const faults = await checkLedger(jobCtx("check-ledger"));
  for (const { rule, row } of faults) console.error(`BROKEN: ${rule}. First: ${row}.`);
  if (faults.length === 0) console.log("The ledger is whole.");
  else process.exitCode = 1;
});
