import { auditRow } from "@/lib/domain/audit/record-audit";
import { eventRow, ownScope } from "@/lib/domain/events/record-event";
import type { Books } from "@/lib/domain/giving/actions/books";
import { actionFailed } from "@/lib/domain/giving/actions/event-types";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { actionRow } from "@/lib/domain/giving/actions/write-action";
import { noticesOf } from "@/lib/domain/giving/token-pools/pool-account";
import type { ErrorCode, Failure } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

/** Refusals that are stored as a failed action and told by an event; the key stays free (contract 6.6). */
const STORED = new Set<ErrorCode>([
  "insufficient_pool",
  "campaign_budget_exceeded",
  "campaign_not_active",
  "pool_not_active",
]);

/** What the refusal's details name, for the row. */
function named({ details }: Failure, field: "tokenPoolId" | "campaignId"): string | null {
  return details && field in details ? String((details as Record<string, unknown>)[field]) : null;
}

/**
 * Keeps a refused action as `FAILED`, with its event, where the contract says so. The key stays free: the next request
 * with it runs under the same id. Every other refusal leaves nothing.
 */
export function enterRefusal(books: Books, submission: Submission, refusal: Failure): void {
  if (!STORED.has(refusal.code)) return;
  const { ctx, input } = submission;
  const { entered } = books;
  const earlier = books.earlier.get(input.idempotencyKey);
  const actionId = earlier?.id ?? newObjectId();
  const failureCode = refusal.code.toUpperCase();
  entered.actions.push(
    actionRow(submission, {
      id: actionId,
      createdAt: earlier?.createdAt ?? ctx.now,
      status: "FAILED",
      failureCode,
      tokenPoolId: named(refusal, "tokenPoolId"),
      campaignId: named(refusal, "campaignId"),
    }),
  );
  const { idempotencyKey, actionType } = input;
  const { message } = refusal;
  const scope = { now: ctx.now, ...ownScope(ctx) };
  entered.events.push(eventRow(scope, actionFailed, { actionId, idempotencyKey, actionType, failureCode, message }));
  for (const pool of entered.pools) entered.events.push(...noticesOf(pool, ctx.now));
  const target = { action: "action.refused", targetType: "action", targetId: actionId };
  entered.audit.push(auditRow(ctx, { ...target, ...ownScope(ctx), after: { status: "FAILED", failureCode } }));
}
