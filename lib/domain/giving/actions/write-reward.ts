import { transactions } from "@/db/schema/giving";
import { insertion } from "@/db/statement";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { eventRow, insertEvents, ownScope } from "@/lib/domain/events/record-event";
import { actionCompleted, transactionCompleted } from "@/lib/domain/giving/actions/event-types";
import type { ActionPool } from "@/lib/domain/giving/actions/find-pool-for-action";
import type { ActionResult, Distribution, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { writeAction } from "@/lib/domain/giving/actions/write-action";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { tellDepletion } from "@/lib/domain/giving/token-pools/tell-depletion";
import type { Recipient } from "@/lib/domain/giving/users/credit-users";
import { userCreated } from "@/lib/domain/giving/users/event-types";
import { together } from "@/lib/domain/shared/together";
import { newObjectId } from "@/lib/platform/ids";

type Reward = {
  actionId: string;
  createdAt: Date;
  hash: string;
  input: SubmitAction;
  pool: ActionPool;
  /** Tokens of each stakeholder, in the order of the request. */
  shares: number[];
  recipients: Map<string, Recipient>;
  /** The pool's balance after the whole draw. */
  balanceAfter: number;
};

const insertTransactions = insertion(transactions, [
  "id",
  "partnerId",
  "environment",
  "type",
  "tokens",
  "partnerUserId",
  "stakeholderTypeCode",
  "actionId",
  "tokenPoolId",
  "createdAt",
]);

function distributionsOf({ input, shares }: Reward): Distribution[] {
  return input.stakeholders.flatMap(({ stakeholderTypeCode, partnerUserId }, index) => {
    const tokens = shares[index]!;
    if (tokens === 0) return [];
    return [
      { stakeholderTypeCode, partnerUserId, tokens, transactionId: newObjectId(), vestingUntil: null, expiresAt: null },
    ];
  });
}

function postingsOf(reward: Reward, distributions: Distribution[], total: number): Posting[] {
  const { actionId, pool, recipients } = reward;
  let balance = reward.balanceAfter + total;
  return distributions.flatMap(({ transactionId, tokens, partnerUserId }): Posting[] => {
    balance -= tokens;
    const movement = { transactionId, entryType: "DISTRIBUTION", actionId };
    return [
      { ...movement, accountKind: "POOL", accountId: pool.id, tokens: -tokens, balanceAfter: balance },
      { ...movement, accountKind: "USER_AVAILABLE", accountId: recipients.get(partnerUserId)!.id, tokens },
    ];
  });
}

function eventsOf(ctx: PartnerCtx, reward: Reward, result: ActionResult) {
  const scope = { now: ctx.now, ...ownScope(ctx) };
  const created = [...reward.recipients].filter(([, recipient]) => recipient.created);
  return [
    ...created.map(([externalId]) => eventRow(scope, userCreated, { externalId })),
    eventRow(scope, actionCompleted, {
      actionId: result.actionId,
      idempotencyKey: result.idempotencyKey,
      actionType: reward.input.actionType,
      status: result.status,
      tokensDistributed: result.tokensDistributed,
      transactionIds: result.transactionIds,
      campaignId: result.campaignId,
      tokenPoolId: reward.pool.id,
      distributions: result.distributions,
    }),
    ...result.distributions.map((distribution) =>
      eventRow(scope, transactionCompleted, {
        transactionId: distribution.transactionId,
        actionId: result.actionId,
        externalId: distribution.partnerUserId,
        stakeholderTypeCode: distribution.stakeholderTypeCode,
        tokens: distribution.tokens,
      }),
    ),
  ];
}

/** Writes what a drawn reward leaves behind: action, transactions, ledger, events and audit, sent in one go. */
export async function writeReward(ctx: InTx<PartnerCtx>, reward: Reward): Promise<ActionResult> {
  const { actionId, input, pool, recipients } = reward;
  const distributions = distributionsOf(reward);
  const total = reward.shares.reduce((a, b) => a + b, 0);
  const result: ActionResult = {
    actionId,
    idempotencyKey: input.idempotencyKey,
    status: "COMPLETED",
    tokensDistributed: total,
    transactionIds: distributions.map((distribution) => distribution.transactionId),
    environment: ctx.environment,
    campaignId: null,
    tokenPoolId: pool.id,
    distributions,
    warnings: total === 0 ? ["ZERO_REWARD"] : [],
    createdAt: reward.createdAt.toISOString(),
  };
  const rows = distributions.map((distribution) => ({
    id: distribution.transactionId,
    ...ownScope(ctx),
    type: "DISTRIBUTION" as const,
    tokens: distribution.tokens,
    partnerUserId: recipients.get(distribution.partnerUserId)!.id,
    stakeholderTypeCode: distribution.stakeholderTypeCode,
    actionId,
    tokenPoolId: pool.id,
    createdAt: ctx.now,
  }));
  const outcome = {
    id: actionId,
    createdAt: reward.createdAt,
    status: result.status,
    tokenPoolId: pool.id,
    tokensDistributed: total,
    result,
  };
  const [written] = await together([
    writeAction(ctx, input, reward.hash, outcome),
    insertTransactions(ctx.db, rows),
    postEntries(ctx, ownScope(ctx), postingsOf(reward, distributions, total)),
    insertEvents(ctx.db, eventsOf(ctx, reward, result)),
    recordAudit(ctx, {
      action: "action.submitted",
      targetType: "action",
      targetId: actionId,
      ...ownScope(ctx),
      after: { status: result.status, tokensDistributed: total, tokenPoolId: pool.id },
    }),
  ]);
  if (!written) throw new Error(`action ${actionId}: its idempotency key was served although it was locked`);
  if (total > 0 && reward.balanceAfter === 0) await tellDepletion(ctx, pool.id);
  return result;
}
