import type { actions } from "@/db/schema/giving";
import type { actionReversals } from "@/db/schema/lots";
import type { Action } from "@/lib/domain/giving/actions/schemas";

type ActionRow = typeof actions.$inferSelect;

type ReversalRow = typeof actionReversals.$inferSelect;

/** An action as the API shows it now, with its reversals, oldest first. */
export function presentAction(row: ActionRow, reversals: readonly ReversalRow[]): Action {
  return {
    actionId: row.id,
    idempotencyKey: row.idempotencyKey,
    status: row.status,
    tokensDistributed: row.tokensDistributed,
    transactionIds: row.result?.transactionIds ?? [],
    environment: row.environment,
    campaignId: row.campaignId,
    tokenPoolId: row.tokenPoolId,
    distributions: row.result?.distributions ?? [],
    warnings: row.result?.warnings ?? [],
    createdAt: row.createdAt.toISOString(),
    actionType: row.actionType,
    amount: row.amount,
    amountMinor: row.amountMinor,
    currency: row.currency,
    stakeholders: row.stakeholders,
    metadata: row.metadata,
    failureCode: row.failureCode,
    reversals: reversals.map(({ id, amount, tokens, reason, createdAt }) => ({
      ...{ id, amount, tokens, reason },
      createdAt: createdAt.toISOString(),
    })),
    occurredAt: row.occurredAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
