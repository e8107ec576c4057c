import { reasonOf } from "@/lib/contract/error-body";
import { wireCode } from "@/lib/contract/error-guide";
import { submitActions as contract } from "@/lib/contract/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import type { BatchResult, SubmitBatch } from "@/lib/domain/giving/actions/schemas";
import type { Outcome } from "@/lib/domain/giving/actions/submission";
import { submitActions } from "@/lib/domain/giving/actions/submit-actions";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { ERRORS, Failure } from "@/lib/errors";

type Result = BatchResult["results"][number];

/** A refusal of one action in the envelope that it would have had alone. */
function refusalOf({ code, message, details }: Failure, ctx: PartnerCtx): Result["error"] {
  const { status } = ERRORS[code];
  return {
    statusCode: status,
    code: wireCode(code),
    message,
    error: reasonOf(status),
    ...(details && { details }),
    requestId: ctx.requestId,
    timestamp: ctx.now.toISOString(),
    path: contract.path,
  };
}

function present(outcome: Outcome, ctx: PartnerCtx): Pick<Result, "httpStatus" | "action" | "error"> {
  if (outcome instanceof Failure) {
    return { httpStatus: ERRORS[outcome.code].status, error: refusalOf(outcome, ctx) };
  }
  if (!(outcome instanceof Replayed)) return { httpStatus: 200, action: outcome };
  if (!ctx.partner.legacyReplay409) return { httpStatus: 200, action: outcome.value };
  return { httpStatus: 409, action: outcome.value, error: refusalOf(new Failure("idempotent"), ctx) };
}

/** Submits actions together and answers each at its place, as its own call would have been answered. */
export async function submitBatch(ctx: PartnerCtx, input: SubmitBatch): Promise<BatchResult> {
  const outcomes = await submitActions(ctx, input);
  const results = outcomes.map((outcome, index) => ({
    index,
    idempotencyKey: input.actions[index]!.idempotencyKey,
    ...present(outcome, ctx),
  }));
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length;
  const completed = outcomes.filter((each) => !(each instanceof Failure) && !(each instanceof Replayed));
  return {
    results,
    summary: {
      total: outcomes.length,
      completed: completed.length,
      failed: count((each) => each instanceof Failure),
      replayed: count((each) => each instanceof Replayed),
      tokensDistributed: completed.reduce(
        (sum, each) => sum + ("tokensDistributed" in each ? each.tokensDistributed : 0),
        0,
      ),
    },
  };
}
