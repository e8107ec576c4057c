import { auditRow } from "@/lib/domain/audit/record-audit";
import { eventRow, ownScope } from "@/lib/domain/events/record-event";
import type { Books } from "@/lib/domain/giving/actions/books";
import { type Decision, tokensByRecipient } from "@/lib/domain/giving/actions/decide-action";
import { actionCompleted, transactionCompleted } from "@/lib/domain/giving/actions/event-types";
import type { ActionResult, Distribution } from "@/lib/domain/giving/actions/schemas";
import type { Submission } from "@/lib/domain/giving/actions/submission";
import { actionRow } from "@/lib/domain/giving/actions/write-action";
import { spend } from "@/lib/domain/giving/campaigns/spending";
import { noticesOf } from "@/lib/domain/giving/token-pools/pool-account";
import { userCreated } from "@/lib/domain/giving/users/event-types";
import { accountOf, type UserAccount } from "@/lib/domain/giving/users/user-accounts";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

type Given = Distribution & { user: UserAccount };

/** Sees to it that the pool covers the reward, or fails with what was required and what is there. */
function requireCovered(books: Books, { pool, drawn }: Decision, now: Date): void {
  if (drawn === 0) return;
  books.entered.pools.add(pool);
  if (pool.cover(drawn, now)) return;
  fail("insufficient_pool", { details: { required: drawn, balance: pool.balance, tokenPoolId: pool.row.id } });
}

/** Credits every stakeholder who gets something; whoever gets nothing is still made known. */
function credit(books: Books, { input, ctx }: Submission, { shares, terms }: Decision): Given[] {
  const isVesting = terms.vestingSteps > 0;
  return input.stakeholders.flatMap((stakeholder, index) => {
    const tokens = shares[index]!;
    const user = accountOf(books.users, stakeholder, ctx.now);
    books.entered.users.add(user);
    user.at = ctx.now;
    user[isVesting ? "vesting" : "available"] += tokens;
    if (tokens === 0) return [];
    const { stakeholderTypeCode, partnerUserId } = stakeholder;
    const vestingUntil = terms.vestingUntil?.toISOString() ?? null;
    const expiresAt = terms.expiresAt?.toISOString() ?? null;
    return [
      { stakeholderTypeCode, partnerUserId, tokens, transactionId: newObjectId(), vestingUntil, expiresAt, user },
    ];
  });
}

/** A transaction, its lot and both its entries. */
function book({ entered }: Books, { ctx }: Submission, decision: Decision, actionId: string, given: Given): void {
  const { pool, terms, campaign } = decision;
  const { transactionId, tokens, user, stakeholderTypeCode } = given;
  const own = { ...ownScope(ctx), partnerUserId: user.id, tokenPoolId: pool.row.id, tokens };
  const { vestingUntil, ...lotTerms } = terms;
  const isVesting = terms.vestingSteps > 0;
  entered.transactions.push({
    id: transactionId,
    ...own,
    type: "DISTRIBUTION",
    stakeholderTypeCode,
    actionId,
    campaignId: campaign?.id ?? null,
    vestingUntil,
    expiresAt: terms.expiresAt,
    createdAt: ctx.now,
  });
  entered.lots.push({ transactionId, ...own, ...lotTerms, released: isVesting ? 0 : tokens, issuedAt: ctx.now });
  pool.move("DISTRIBUTION", -tokens, { transactionId, actionId });
  entered.postings.push({
    transactionId,
    accountKind: isVesting ? "USER_VESTING" : "USER_AVAILABLE",
    accountId: user.id,
    tokens,
    entryType: "DISTRIBUTION",
    actionId,
  });
}

/** `user.created` for those this action makes known, `action.completed`, then one `transaction.completed` for each. */
function tell({ entered }: Books, submission: Submission, given: Given[], newcomers: string[], result: ActionResult) {
  const { ctx, input } = submission;
  const scope = { now: ctx.now, ...ownScope(ctx) };
  const { actionId, idempotencyKey, status, tokensDistributed, transactionIds, campaignId, distributions } = result;
  entered.events.push(
    ...newcomers.map((externalId) => eventRow(scope, userCreated, { externalId })),
    eventRow(scope, actionCompleted, {
      ...{ actionId, idempotencyKey, actionType: input.actionType, status, tokensDistributed, transactionIds },
      ...{ campaignId, tokenPoolId: result.tokenPoolId!, distributions },
    }),
    ...given.map(({ transactionId, partnerUserId: externalId, stakeholderTypeCode, tokens }) =>
      eventRow(scope, transactionCompleted, { transactionId, actionId, externalId, stakeholderTypeCode, tokens }),
    ),
  );
}

/**
 * Enters a decided reward: pool, balances, lots, ledger, action, events and audit, for everyone or, when the pool does not
 * cover it, for nobody.
 */
export function enterReward(books: Books, submission: Submission, decision: Decision): ActionResult {
  const { ctx, input } = submission;
  const { pool, drawn, campaign, shares } = decision;
  const campaignId = campaign?.id ?? null;
  const earlier = books.earlier.get(input.idempotencyKey);
  const before = pool.balance;
  requireCovered(books, decision, ctx.now);
  if (campaign) spend(campaign.state, drawn, tokensByRecipient(input, shares), ctx.now);
  const newcomers = [...new Set(input.stakeholders.map(({ partnerUserId }) => partnerUserId))].filter(
    (externalId) => !books.users.has(externalId),
  );
  const given = credit(books, submission, decision);
  const actionId = earlier?.id ?? newObjectId();
  const createdAt = earlier?.createdAt ?? ctx.now;
  for (const each of given) book(books, submission, decision, actionId, each);
  const result: ActionResult = {
    actionId,
    idempotencyKey: input.idempotencyKey,
    status: "COMPLETED",
    tokensDistributed: drawn,
    transactionIds: given.map(({ transactionId }) => transactionId),
    environment: ctx.environment,
    campaignId,
    tokenPoolId: pool.row.id,
    distributions: given.map(({ user: _, ...distribution }) => distribution),
    warnings: [...decision.warnings],
    createdAt: createdAt.toISOString(),
  };
  const { status, tokensDistributed } = result;
  const outcome = { status, tokensDistributed, tokenPoolId: pool.row.id };
  books.entered.actions.push(actionRow(submission, { id: actionId, createdAt, campaignId, ...outcome, result }));
  tell(books, submission, given, newcomers, result);
  if (drawn > 0) pool.afterDraw(before, ctx.now);
  books.entered.events.push(...noticesOf(pool, ctx.now));
  const target = { action: "action.submitted", targetType: "action", targetId: actionId };
  books.entered.audit.push(auditRow(ctx, { ...target, ...ownScope(ctx), after: outcome }));
  return result;
}
