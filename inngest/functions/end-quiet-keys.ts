import { inRounds } from "@/inngest/functions/in-rounds";
import { job } from "@/inngest/functions/job";
import { endQuietKeys as endSomeQuietKeys } from "@/lib/domain/keys/end-quiet-keys";

const NAME = "end-quiet-keys";
const BATCH = 20;

/** Revokes rotated key pairs whose scheduled end has come: no call was served on them for the hours that were set. */
export const endQuietKeys = job({
  name: NAME,
  trigger: { everyMinutes: 5 },
  concurrency: { limit: 1 },
  retries: 0,
  run: () => inRounds(NAME, endSomeQuietKeys, { limit: BATCH, max: 50, tells: true }),
});
