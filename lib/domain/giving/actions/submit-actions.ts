import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import type { SubmitBatch } from "@/lib/domain/giving/actions/schemas";
import type { Outcome, Submission } from "@/lib/domain/giving/actions/submission";
import { submissionOf } from "@/lib/domain/giving/actions/submit-action";
import { holdAll, isWorthAnotherTry, submitInLane } from "@/lib/domain/giving/actions/submit-lanes";
import { submitTogether } from "@/lib/domain/giving/actions/submit-together";
import { Failure } from "@/lib/errors";

/** Each stands for itself; what breaks down is one action's failure, unless all of them broke down. */
async function submitEach(submissions: readonly Submission[]): Promise<Outcome[]> {
  const settled = await Promise.allSettled(submissions.map(submitInLane));
  const broken = settled.filter((each) => each.status === "rejected");
  if (broken.length === settled.length) throw broken[0]!.reason;
  return settled.map((each) => (each.status === "fulfilled" ? each.value : new Failure("internal_error")));
}

async function submitAtomically(ctx: PartnerCtx, submissions: readonly Submission[]): Promise<Outcome[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(ctx, async (ctx) => {
        const own = submissions.map((submission) => ({ ...submission, ctx: { ...submission.ctx, db: ctx.db } }));
        // All keys are held, so every action has an outcome.
        const outcomes = (await submitTogether(ctx, own, holdAll)) as Outcome[];
        const refused = outcomes.find((outcome) => outcome instanceof Failure);
        if (refused) throw refused;
        return outcomes;
      });
    } catch (error) {
      if (!isWorthAnotherTry(error, tries)) throw error;
    }
  }
}

/**
 * Submits up to a hundred actions in their order. `independent`: each succeeds or fails by itself, and the outcomes stand
 * at their places. `atomic`: all or none; fails with what the first one that is refused fails with, and nothing is stored.
 */
export function submitActions(ctx: PartnerCtx, input: SubmitBatch): Promise<Outcome[]> {
  const submissions = input.actions.map((action) => submissionOf(ctx, action));
  return input.mode === "atomic" ? submitAtomically(ctx, submissions) : submitEach(submissions);
}
