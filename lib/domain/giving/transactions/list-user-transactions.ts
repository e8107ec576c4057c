import { and, eq } from "drizzle-orm";
import { transactions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { listFew } from "@/lib/domain/giving/transactions/list-transactions";
import { matchingTransactions } from "@/lib/domain/giving/transactions/read-transactions";
import type { ListUserTransactionsQuery, TransactionList } from "@/lib/domain/giving/transactions/schemas";
import { getUser } from "@/lib/domain/giving/users/get-user";
import type { UserParams } from "@/lib/domain/giving/users/schemas";

/** One recipient's movements, newest first. */
export async function listUserTransactions(
  ctx: PartnerCtx,
  input: UserParams & ListUserTransactionsQuery,
): Promise<TransactionList> {
  const { externalId, ...query } = input;
  const user = await getUser(ctx, { externalId });
  const where = and(eq(transactions.partnerUserId, user.id), matchingTransactions(query));
  return listFew(ctx, where, { ...query, sort: "-createdAt" });
}
