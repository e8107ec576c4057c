import { and, eq, inArray, sql } from "drizzle-orm";
import { actions, transactions } from "@/db/schema/giving";
import { actionReversals, tokenLots } from "@/db/schema/lots";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { eventRow, insertEvents, ownScope } from "@/lib/domain/events/record-event";
import { decimalsOf, decimalsUsed, toUnits, UNIT } from "@/lib/domain/giving/actions/amounts";
import { actionReversed, transactionReversed } from "@/lib/domain/giving/actions/event-types";
import { lockKeys, ownActions } from "@/lib/domain/giving/actions/find-earlier-action";
import { reversalShares, reversedTokens } from "@/lib/domain/giving/actions/reversal-shares";
import type { Reversal, ReverseAction } from "@/lib/domain/giving/actions/schemas";
import { takeBack } from "@/lib/domain/giving/actions/take-back";
import { loadCampaigns } from "@/lib/domain/giving/campaigns/load-campaigns";
import { saveSpending } from "@/lib/domain/giving/campaigns/save-spending";
import { giveBack } from "@/lib/domain/giving/campaigns/spending";
import { postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { holdLots, type Lot } from "@/lib/domain/giving/lots/hold-lots";
import { saveSettlement } from "@/lib/domain/giving/lots/save-settlement";
import { Settlement } from "@/lib/domain/giving/lots/settlement";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import { holdUsers } from "@/lib/domain/giving/users/hold-users";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

const REVERSIBLE_DAYS = 365;

type Input = { actionId: string } & ReverseAction;
type ActionRow = typeof actions.$inferSelect;
type ReversalRow = typeof actionReversals.$inferSelect;

function requireReversible(ctx: PartnerCtx, action: ActionRow): void {
  const details = { status: action.status, createdAt: action.createdAt.toISOString() };
  if (action.status !== "COMPLETED" && action.status !== "PARTIALLY_REVERSED") {
    fail("action_not_reversible", { message: `The action is ${action.status.toLowerCase()}.`, details });
  }
  if (ctx.now.getTime() - action.createdAt.getTime() > REVERSIBLE_DAYS * DAY_MS) {
    fail("action_not_reversible", { message: `The action is older than ${REVERSIBLE_DAYS} days.`, details });
  }
}

/** The part of the action's amount that this reversal takes back, in 1/10,000. */
function amountOf(action: ActionRow, reversed: bigint, amount: string | undefined): bigint {
  const left = action.amountUnits - reversed;
  if (amount === undefined) return left;
  const decimals = action.currency === null ? null : decimalsOf(action.currency);
  if (decimals !== null && decimalsUsed(amount) > decimals) {
    fail("validation_error", { details: [{ field: "amount", issue: `${action.currency} has ${decimals} decimals` }] });
  }
  const units = toUnits(amount);
  if (units > left) {
    const issue = `is more than what is left of the action: ${toDecimal(left)}`;
    fail("amount_out_of_range", { details: [{ field: "amount", issue, unreversed: toDecimal(left) }] });
  }
  return units;
}

/** `499900n` → `"49.99"`. */
function toDecimal(units: bigint): string {
  const fraction = String(units % UNIT)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return fraction === "" ? String(units / UNIT) : `${units / UNIT}.${fraction}`;
}

/** The lots of an action in the order of its distributions, held with their pool and owners. */
async function hold(ctx: InTx<PartnerCtx>, action: ActionRow) {
  const ids = action.result?.transactionIds ?? [];
  const scope = ownScope(ctx);
  const pools = await holdPools(ctx, scope, { ids: action.tokenPoolId ? [action.tokenPoolId] : [] });
  const given = await ctx.db
    .select({ id: transactions.id, partnerUserId: transactions.partnerUserId })
    .from(transactions)
    .where(and(eq(transactions.partnerId, scope.partnerId), inArray(transactions.id, ids)));
  const owners = await holdUsers(
    ctx,
    scope,
    given.map((each) => each.partnerUserId),
  );
  const lots = ids.length > 0 ? await holdLots(ctx, inArray(tokenLots.transactionId, ids)) : [];
  const inOrder = lots.toSorted((a, b) => ids.indexOf(a.transactionId) - ids.indexOf(b.transactionId));
  return { pools, owners, lots: inOrder };
}

const unreversedOf = (lot: Lot) => lot.tokens - lot.reversedAvailable - lot.reversedVesting - lot.unrecoverable;

/** Says of each distribution how far it is reversed now. */
async function markTransactions(ctx: InTx<PartnerCtx>, lots: readonly Lot[]): Promise<void> {
  for (const status of ["REVERSED", "PARTIALLY_REVERSED"] as const) {
    const ids = lots
      .filter((lot) => unreversedOf(lot) < lot.tokens && (unreversedOf(lot) === 0) === (status === "REVERSED"))
      .map((lot) => lot.transactionId);
    if (ids.length === 0) continue;
    const own = and(eq(transactions.partnerId, ctx.partner.id), eq(transactions.environment, ctx.environment));
    await ctx.db
      .update(transactions)
      .set({ status })
      .where(and(own, inArray(transactions.id, ids), sql`${transactions.status} <> ${status}`));
  }
}

/** The reversals an action has had, oldest first. */
function earlierReversals(ctx: PartnerCtx, actionId: string): Promise<ReversalRow[]> {
  return ctx.db
    .select()
    .from(actionReversals)
    .where(eq(actionReversals.actionId, actionId))
    .orderBy(actionReversals.createdAt, actionReversals.id);
}

async function reverse(ctx: InTx<PartnerCtx>, input: Input, hash: string): Promise<Reversal | Replayed<Reversal>> {
  // Reversals of one action take turns.
  await lockKeys(ctx, [`reversal:${input.actionId}`]);
  const [action] = await ctx.db
    .select()
    .from(actions)
    .where(and(ownActions(ctx), eq(actions.id, input.actionId)));
  if (!action) fail("action_not_found");
  const earlier = await earlierReversals(ctx, action.id);
  const former = earlier.find((each) => each.idempotencyKey === input.idempotencyKey);
  if (former && former.payloadHash !== hash) fail("idempotency_key_reused");
  if (former) return new Replayed(former.result);
  requireReversible(ctx, action);

  const reversedBefore = earlier.reduce((sum, each) => sum + toUnits(each.amount), 0n);
  const amount = amountOf(action, reversedBefore, input.amount);
  const reversed = reversedBefore + amount;
  const named = action.campaignId === null ? [] : [action.campaignId];
  const campaigns = await loadCampaigns(ctx, named, { withDefault: false, forUpdate: true });
  const { pools, owners, lots } = await hold(ctx, action);
  const settlement = new Settlement(ctx.now, ownScope(ctx), pools, owners);
  const asked =
    reversedTokens(action.tokensDistributed, reversed, action.amountUnits) -
    lots.reduce((sum, lot) => sum + lot.tokens - unreversedOf(lot), 0);
  const shares = reversalShares(asked, lots.map(unreversedOf));
  const taken = lots.map((lot, index) => takeBack(settlement, lot, shares[index]!, action));
  const tokensReversed = taken.reduce((sum, each) => sum + each.tokens, 0);
  const tokensUnrecoverable = asked - tokensReversed;
  if (tokensUnrecoverable > 0 && !input.allowPartial) {
    fail("reversal_not_covered", { details: { required: asked, recoverable: tokensReversed } });
  }

  const result: Reversal = {
    actionId: action.id,
    status: reversed === action.amountUnits ? "REVERSED" : "PARTIALLY_REVERSED",
    tokensReversed,
    tokensUnrecoverable,
    totalReversed: earlier.reduce((sum, each) => sum + each.tokens, tokensReversed),
    transactionIds: taken.flatMap(({ transactionId }) => transactionId ?? []),
    createdAt: ctx.now.toISOString(),
  };
  await postEntries(ctx, ownScope(ctx), [...pools.flatMap((pool) => pool.postings), ...settlement.postings]);
  await savePools(ctx, pools);
  const spending = campaigns.map(({ state }) => state);
  for (const state of spending) giveBack(state, tokensReversed);
  await saveSpending(ctx, spending);
  await saveSettlement(ctx, settlement);
  await markTransactions(ctx, lots);
  await ctx.db
    .update(actions)
    .set({ status: result.status, updatedAt: ctx.now })
    .where(and(ownActions(ctx), eq(actions.id, action.id)));
  await ctx.db.insert(actionReversals).values({
    id: newObjectId(),
    actionId: action.id,
    idempotencyKey: input.idempotencyKey,
    payloadHash: hash,
    amount: toDecimal(amount),
    tokens: tokensReversed,
    unrecoverable: tokensUnrecoverable,
    reason: input.reason,
    note: input.note ?? null,
    result,
    createdAt: ctx.now,
  });
  await tell(ctx, input, result, action, taken, owners);
  return result;
}

async function tell(
  ctx: InTx<PartnerCtx>,
  input: Input,
  result: Reversal,
  action: ActionRow,
  taken: readonly ReturnType<typeof takeBack>[],
  owners: ReadonlyMap<string, string>,
): Promise<void> {
  const { createdAt: _, ...facts } = result;
  const { idempotencyKey, reason } = input;
  const scope = { now: ctx.now, ...ownScope(ctx) };
  const codeOf = new Map(
    action.result?.distributions.map((each) => [each.transactionId, each.stakeholderTypeCode] as const),
  );
  const transactionEvents = taken.flatMap(({ transactionId, tokens, lot }) => {
    if (!transactionId) return [];
    const externalId = owners.get(lot.partnerUserId)!;
    const stakeholderTypeCode = codeOf.get(lot.transactionId)!;
    const about = { transactionId, actionId: action.id, externalId, stakeholderTypeCode, tokens };
    return [eventRow(scope, transactionReversed, { ...about, reversesTransactionId: lot.transactionId })];
  });
  const actionEvent = eventRow(scope, actionReversed, { ...facts, idempotencyKey, reason });
  await insertEvents(ctx.db, [actionEvent, ...transactionEvents]);
  await recordAudit(ctx, {
    action: "action.reversed",
    targetType: "action",
    targetId: action.id,
    ...ownScope(ctx),
    before: { status: action.status },
    after: { status: result.status, tokensReversed: result.tokensReversed, reason, note: input.note ?? null },
  });
}

/**
 * Takes back the tokens of an action, all that are left of it or those of a part of its amount (contract 8.6): unvested
 * ones first, then available ones, into the pool. What was redeemed or has expired cannot be taken: then nothing changes
 * and the answer is `reversal_not_covered`, unless `allowPartial`. A key that was served answers as it did then.
 */
export function reverseAction(ctx: PartnerCtx, input: Input): Promise<Reversal | Replayed<Reversal>> {
  const { idempotencyKey: _, actionId: __, ...payload } = input;
  return inTransaction(ctx, (ctx) => reverse(ctx, input, payloadHash(payload)));
}
