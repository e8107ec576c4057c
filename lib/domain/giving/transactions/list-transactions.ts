import { and, count, eq, gte, lt, type SQL } from "drizzle-orm";
import { partnerUsers, transactions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { listStretches, TRANSACTIONS } from "@/lib/domain/giving/tallies/list-stretches";
import {
  matchingTransactions,
  ownTransactions,
  readTransactions,
} from "@/lib/domain/giving/transactions/read-transactions";
import type { ListTransactionsQuery, TransactionList } from "@/lib/domain/giving/transactions/schemas";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import { findWindow } from "@/lib/domain/shared/find-window";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Movements on recipients' accounts. */
export async function listTransactions(ctx: PartnerCtx, input: ListTransactionsQuery): Promise<TransactionList> {
  const { externalId, actionId } = input;
  if (externalId === undefined && actionId === undefined) return listTallied(ctx, input);
  const where = matchingTransactions(input);
  if (externalId === undefined) return listFew(ctx, where, input);
  const [user] = await ctx.db
    .select({ id: partnerUsers.id })
    .from(partnerUsers)
    .where(and(ownUsers(ctx), eq(partnerUsers.externalId, externalId)));
  if (!user) return pageOf([], 0, input);
  return listFew(ctx, and(eq(transactions.partnerUserId, user.id), where), input);
}

type Paging = { page: number; limit: number; sort: "createdAt" | "-createdAt" };

/** Of one recipient or one action: these are few, and an index of their own finds them. */
export async function listFew(ctx: PartnerCtx, where: SQL | undefined, paging: Paging): Promise<TransactionList> {
  const { sort, limit } = paging;
  const [data, [counted]] = await Promise.all([
    readTransactions(ctx, { where, sort, limit, offset: offsetOf(paging) }),
    ctx.db
      .select({ total: count() })
      .from(transactions)
      .where(and(ownTransactions(ctx), where)),
  ]);
  return pageOf(data, counted!.total, paging);
}

/** Of all there are: tallies say how many, and where a page lies. */
async function listTallied(ctx: PartnerCtx, input: ListTransactionsQuery): Promise<TransactionList> {
  const { type, status, tokenPoolId, campaignId, sort, limit } = input;
  const stretches = await listStretches(ctx, TRANSACTIONS, { type, status, tokenPoolId, campaignId }, input);
  const total = stretches.reduce((sum, stretch) => sum + stretch.count, 0);
  const window = findWindow(stretches, input);
  if (!window) return pageOf([], total, input);
  const within = and(gte(transactions.createdAt, window.from), lt(transactions.createdAt, window.to));
  const where = and(matchingTransactions({ type, status, tokenPoolId, campaignId }), within);
  return pageOf(await readTransactions(ctx, { where, sort, limit, offset: window.offset }), total, input);
}
