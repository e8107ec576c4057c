import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { sealAudit as sealSomeAudit } from "@/lib/domain/audit/seal-audit";

const NAME = "seal-audit";
/** Hashed between two looks at the network: few enough not to hold up requests. */
const BATCH = 1_000;

/** Links audit records into their chains and signs how far these have come. Nothing that writes a record waits for it. */
export const sealAudit = job({
  name: NAME,
  trigger: { everyMinutes: 1 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, sealSomeAudit, { limit: BATCH, max: 1_000 }),
});
