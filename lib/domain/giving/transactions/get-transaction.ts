import { eq } from "drizzle-orm";
import { transactions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { readTransactions } from "@/lib/domain/giving/transactions/read-transactions";
import type { Transaction, TransactionParams } from "@/lib/domain/giving/transactions/schemas";
import { fail } from "@/lib/errors";

/** One movement on a recipient's account. */
export async function getTransaction(ctx: PartnerCtx, { transactionId }: TransactionParams): Promise<Transaction> {
  const where = eq(transactions.id, transactionId);
  const [transaction] = await readTransactions(ctx, { where, sort: "-createdAt", offset: 0, limit: 1 });
  if (!transaction) fail("transaction_not_found");
  return transaction;
}
