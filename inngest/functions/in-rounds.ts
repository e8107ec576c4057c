import { announce } from "@/inngest/client";
import { outboxWaiting } from "@/inngest/events";
import type { Ctx } from "@/lib/domain/context";
import { jobCtx } from "@/lib/domain/job-context";

/** Takes at most `limit` of what is due and says how many it took. */
type Work = (ctx: Ctx, options: { limit: number }) => Promise<number>;

type Rounds = { limit: number; max: number; tells?: boolean };

/**
 * Works off what is due in rounds of `limit`, until a round is not full; what is left after `max` rounds waits for the next
 * run. `tells`: the work records events, which go out after each round.
 */
export async function inRounds(name: string, work: Work, { limit, max, tells = false }: Rounds): Promise<void> {
  for (let round = 0; round < max; round += 1) {
    const count = await work(jobCtx(name), { limit });
    if (tells && count > 0) await announce(outboxWaiting);
    if (count < limit) return;
  }
}
