import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownScope, recordEvent } from "@/lib/domain/events/record-event";
import { actionFailed } from "@/lib/domain/giving/actions/event-types";
import { findEarlierAction, lockKey } from "@/lib/domain/giving/actions/find-earlier-action";
import type { ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { writeAction } from "@/lib/domain/giving/actions/write-action";
import { tellDepletion } from "@/lib/domain/giving/token-pools/tell-depletion";
import { type Failure, fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

/** The pool that refused, as the refusal's details name it. */
function poolOf({ details }: Failure): string | null {
  return details && "tokenPoolId" in details ? String(details.tokenPoolId) : null;
}

/**
 * Keeps a refused action as `FAILED`, with its event. The key stays free: the next request with it runs under the same
 * id. Returns the answer instead when a duplicate was served between refusal and now.
 */
export async function recordRefusal(
  ctx: InTx<PartnerCtx>,
  input: SubmitAction,
  hash: string,
  refusal: Failure,
): Promise<ActionResult | null> {
  await lockKey(ctx, input.idempotencyKey);
  const earlier = await findEarlierAction(ctx, input.idempotencyKey);
  if (earlier && earlier.status !== "FAILED") {
    if (earlier.payloadHash !== hash || !earlier.result) fail("idempotency_key_reused");
    return earlier.result;
  }
  const id = earlier?.id ?? newObjectId();
  const tokenPoolId = poolOf(refusal);
  const failureCode = refusal.code.toUpperCase();
  await writeAction(ctx, input, hash, {
    id,
    createdAt: earlier?.createdAt ?? ctx.now,
    status: "FAILED",
    failureCode,
    tokenPoolId,
  });
  await recordEvent(ctx, ownScope(ctx), actionFailed, {
    actionId: id,
    idempotencyKey: input.idempotencyKey,
    actionType: input.actionType,
    failureCode,
    message: refusal.message,
  });
  if (tokenPoolId && refusal.code === "insufficient_pool") await tellDepletion(ctx, tokenPoolId);
  await recordAudit(ctx, {
    action: "action.refused",
    targetType: "action",
    targetId: id,
    ...ownScope(ctx),
    after: { status: "FAILED", failureCode },
  });
  return null;
}
