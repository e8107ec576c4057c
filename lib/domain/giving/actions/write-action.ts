import { actions } from "@/db/schema/giving";
import { insertion } from "@/db/statement";
import { actorId, type InTx, type PartnerCtx } from "@/lib/domain/context";
import { decimalsOf, toMinor, toUnits } from "@/lib/domain/giving/actions/amounts";
import type { Submission } from "@/lib/domain/giving/actions/submission";

type ActionRow = typeof actions.$inferInsert;

/** What became of an action. */
type Fate = Pick<ActionRow, "id" | "createdAt" | "status"> &
  Partial<Pick<ActionRow, "campaignId" | "tokenPoolId" | "tokensDistributed" | "result" | "failureCode">>;

/** The row of an action. */
export function actionRow({ ctx, input, hash }: Submission, fate: Fate): ActionRow {
  const amountUnits = toUnits(input.amount);
  const decimals = input.currency === undefined ? null : decimalsOf(input.currency);
  return {
    tokensDistributed: 0,
    result: null,
    failureCode: null,
    campaignId: null,
    tokenPoolId: null,
    ...fate,
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
    actorId: actorId(ctx.actor),
    requestId: ctx.requestId,
    occurredAt: input.occurredAt ?? ctx.now,
    updatedAt: ctx.now,
  };
}

/** Of an earlier refusal with the same key everything is replaced but its id and when it was first sent. */
const CHANGES =
  `payload_hash status action_type amount amount_units amount_minor currency stakeholders metadata description
  campaign_id token_pool_id tokens_distributed result failure_code actor_id request_id occurred_at updated_at`
    .split(/\s+/)
    .map((column) => `${column} = excluded.${column}`);

const upsertActions = insertion<typeof actions, keyof ActionRow, { id: string }>(
  actions,
  [
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
  ],
  `on conflict (partner_id, environment, idempotency_key) do update set ${CHANGES.join(", ")}
    where actions.status = 'FAILED' returning id`,
);

/**
 * Writes the one row of each idempotency key: a new one, or over an earlier refusal of the same key. Returns false when a
 * key was served meanwhile; then the transaction must not be kept.
 */
export async function saveActions(ctx: InTx<PartnerCtx>, rows: readonly ActionRow[]): Promise<boolean> {
  return (await upsertActions(ctx.db, rows)).length === rows.length;
}
