import { and, asc, desc, eq, getTableColumns, gte, lt, type SQL } from "drizzle-orm";
import { partnerUsers, transactions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { presentTransaction } from "@/lib/domain/giving/transactions/present-transaction";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

/** The transactions the caller may name. */
export function ownTransactions(ctx: PartnerCtx) {
  return and(eq(transactions.partnerId, ctx.partner.id), eq(transactions.environment, ctx.environment));
}

type Cut = { where: SQL | undefined; sort: "createdAt" | "-createdAt"; offset: number; limit: number };

/** So many transactions in order. Rows are passed over in the index; only those shown are read whole. */
export async function readTransactions(ctx: PartnerCtx, { where, sort, offset, limit }: Cut): Promise<Transaction[]> {
  const direction = sort === "createdAt" ? asc : desc;
  const order = [direction(transactions.createdAt), direction(transactions.id)];
  const shown = ctx.db
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(ownTransactions(ctx), where))
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("shown");
  const rows = await ctx.db
    .select({ ...getTableColumns(transactions), externalId: partnerUsers.externalId })
    .from(shown)
    .innerJoin(transactions, eq(transactions.id, shown.id))
    .innerJoin(partnerUsers, eq(partnerUsers.id, transactions.partnerUserId))
    .orderBy(...order);
  return rows.map(presentTransaction);
}

type Filters = {
  type?: string | undefined;
  status?: string | undefined;
  actionId?: string | undefined;
  campaignId?: string | undefined;
  tokenPoolId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/** What a query's filters say about the rows themselves. */
export function matchingTransactions(filters: Filters): SQL | undefined {
  const { type, status, actionId, campaignId, tokenPoolId, from, to } = filters;
  // The schema of the query admits only what the columns may hold.
  const is = (column: unknown, value: string | undefined) =>
    value === undefined ? undefined : eq(column as typeof transactions.id, value);
  return and(
    is(transactions.type, type),
    is(transactions.status, status),
    is(transactions.actionId, actionId),
    is(transactions.campaignId, campaignId),
    is(transactions.tokenPoolId, tokenPoolId),
    from && gte(transactions.createdAt, from),
    to && lt(transactions.createdAt, to),
  );
}
