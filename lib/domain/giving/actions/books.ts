import type { actions, transactions } from "@/db/schema/giving";
import type { tokenLots } from "@/db/schema/lots";
import type { auditRecords } from "@/db/schema/records";
import type { events } from "@/db/schema/webhooks";
import { insertAuditRows } from "@/lib/domain/audit/record-audit";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { insertEvents, ownScope } from "@/lib/domain/events/record-event";
import { type EarlierAction, findEarlierActions } from "@/lib/domain/giving/actions/find-earlier-action";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { saveActions } from "@/lib/domain/giving/actions/write-action";
import { type LoadedCampaign, loadCampaigns } from "@/lib/domain/giving/campaigns/load-campaigns";
import { saveSpending } from "@/lib/domain/giving/campaigns/save-spending";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { insertLots } from "@/lib/domain/giving/lots/insert-lots";
import { settleReturns } from "@/lib/domain/giving/lots/settle-due-lots";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import type { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import { insertTransactions } from "@/lib/domain/giving/transactions/insert-transactions";
import { findUserAccounts, saveCredits, type UserAccount } from "@/lib/domain/giving/users/user-accounts";
import { together } from "@/lib/domain/shared/together";

/**
 * All that a transaction must know to decide actions one after another, and all that it will write about them. Many
 * actions share one transaction: each is decided by what its predecessors left here.
 */
export type Books = {
  earlier: ReadonlyMap<string, EarlierAction>;
  campaigns: readonly LoadedCampaign[];
  pools: readonly PoolAccount[];
  users: Map<string, UserAccount>;
  entered: {
    actions: (typeof actions.$inferInsert)[];
    transactions: (typeof transactions.$inferInsert)[];
    lots: (typeof tokenLots.$inferInsert)[];
    postings: Posting[];
    events: (typeof events.$inferInsert)[];
    audit: (typeof auditRecords.$inferInsert)[];
    users: Set<UserAccount>;
    pools: Set<PoolAccount>;
  };
};

/** What was read has changed meanwhile: nothing of the transaction may be kept, and it may be tried again. */
export class OutdatedBooks extends Error {}

const emptyRows = (): Omit<Books["entered"], "users" | "pools"> => ({
  actions: [],
  transactions: [],
  lots: [],
  postings: [],
  events: [],
  audit: [],
});

/** Reads what the inputs name; `holding` is sent first, so that all is read after its locks are held. */
export async function openBooks<H>(
  ctx: InTx<PartnerCtx>,
  inputs: readonly SubmitAction[],
  holding: Promise<H>,
): Promise<[H, Books]> {
  const keys = inputs.map((input) => input.idempotencyKey);
  const externalIds = inputs.flatMap((input) => input.stakeholders.map((stakeholder) => stakeholder.partnerUserId));
  const ids = inputs.flatMap(({ tokenPoolId }) => tokenPoolId ?? []);
  const withDefault = inputs.some(({ tokenPoolId }) => tokenPoolId === undefined);
  const campaignIds = inputs.flatMap(({ campaignId }) => campaignId ?? []);
  const withDefaultCampaign = inputs.some(({ campaignId }) => campaignId === undefined);
  const [held, earlier, campaigns, pools, users] = await together([
    holding,
    findEarlierActions(ctx, keys),
    loadCampaigns(ctx, campaignIds, { withDefault: withDefaultCampaign, forUpdate: true, recipients: externalIds }),
    holdPools(ctx, ownScope(ctx), { ids, withDefault, campaignIds, withDefaultCampaign }),
    findUserAccounts(ctx, externalIds),
  ]);
  const entered = { ...emptyRows(), users: new Set<UserAccount>(), pools: new Set<PoolAccount>() };
  for (const pool of pools) {
    if (pool.dueReturns === 0) continue;
    entered.postings.push(...(await settleReturns(ctx, pool)));
    entered.pools.add(pool);
  }
  return [held, { earlier, campaigns, pools, users, entered }];
}

/** Writes all that was entered, sent in one go. Fails with `OutdatedBooks` when the database has moved on. */
export async function closeBooks(ctx: InTx<PartnerCtx>, { entered, campaigns }: Books): Promise<void> {
  const pools = [...entered.pools];
  const postings = [...pools.flatMap((pool) => pool.postings), ...entered.postings];
  const [, areCredited, areWritten] = await together([
    savePools(ctx, pools),
    saveCredits(ctx, [...entered.users]),
    saveActions(ctx, entered.actions),
    insertTransactions(ctx.db, entered.transactions),
    insertLots(ctx.db, entered.lots),
    postEntries(ctx, ownScope(ctx), postings),
    insertEvents(ctx.db, entered.events),
    insertAuditRows(ctx.db, entered.audit),
    saveSpending(
      ctx,
      campaigns.map(({ state }) => state),
    ),
  ]);
  if (!areCredited || !areWritten) throw new OutdatedBooks();
}
