import { eq } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import { placeholderRows, rowValues, statement } from "@/db/statement";
import { actorId, type InTx, type PartnerCtx } from "@/lib/domain/context";
import { decimalsOf, toMinor, toUnits } from "@/lib/domain/giving/actions/amounts";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";

type ActionRow = typeof actions.$inferInsert;

/** What became of an action. */
type Outcome = Pick<ActionRow, "id" | "createdAt" | "status"> &
  Partial<Pick<ActionRow, "tokenPoolId" | "tokensDistributed" | "result" | "failureCode">>;

const COLUMNS = [
  "id",
  "createdAt",
  "partnerId",
  "environment",
  "idempotencyKey",
  "payloadHash",
  "status",
  "actionType",
  "amount",
  "amountUnits",
  "amountMinor",
  "currency",
  "stakeholders",
  "metadata",
  "description",
  "campaignId",
  "tokenPoolId",
  "tokensDistributed",
  "result",
  "failureCode",
  "actorId",
  "requestId",
  "occurredAt",
  "updatedAt",
] as const;

const upsertAction = statement((db) => {
  const [row] = placeholderRows(COLUMNS, 1);
  const { id: _, createdAt: __, ...changes } = row!;
  return db
    .insert(actions)
    .values(row!)
    .onConflictDoUpdate({
      target: [actions.partnerId, actions.environment, actions.idempotencyKey],
      // The query builder takes placeholders here as everywhere; its types do not say so.
      set: changes as object,
      setWhere: eq(actions.status, "FAILED"),
    })
    .returning({ id: actions.id });
});

/**
 * Writes the one row of an idempotency key: a new one, or over an earlier refusal of the same key. Returns false when the
 * key was served meanwhile; then nothing was written.
 */
export async function writeAction(
  ctx: InTx<PartnerCtx>,
  input: SubmitAction,
  hash: string,
  outcome: Outcome,
): Promise<boolean> {
  const amountUnits = toUnits(input.amount);
  const decimals = input.currency === undefined ? null : decimalsOf(input.currency);
  const row: ActionRow = {
    tokensDistributed: 0,
    result: null,
    failureCode: null,
    tokenPoolId: null,
    ...outcome,
    partnerId: ctx.partner.id,
    environment: ctx.environment,
    idempotencyKey: input.idempotencyKey,
    payloadHash: hash,
    actionType: input.actionType,
    amount: input.amount,
    amountUnits,
    amountMinor: decimals === null ? null : toMinor(amountUnits, decimals),
    currency: input.currency ?? null,
    stakeholders: input.stakeholders,
    metadata: input.metadata ?? {},
    description: input.description ?? null,
    campaignId: null,
    actorId: actorId(ctx.actor),
    requestId: ctx.requestId,
    occurredAt: input.occurredAt ?? ctx.now,
    updatedAt: ctx.now,
  };
  const written = await upsertAction(ctx.db, rowValues(COLUMNS, [row]));
  return written.length > 0;
}
