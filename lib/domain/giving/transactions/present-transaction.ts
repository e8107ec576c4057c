import type { transactions } from "@/db/schema/giving";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

type TransactionRow = typeof transactions.$inferSelect & { externalId: string };

/** A movement on a recipient's account as the API shows it. */
export function presentTransaction(row: TransactionRow): Transaction {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    tokens: row.tokens,
    externalId: row.externalId,
    stakeholderTypeCode: row.stakeholderTypeCode,
    actionId: row.actionId,
    campaignId: row.campaignId,
    tokenPoolId: row.tokenPoolId,
    reversesTransactionId: row.reversesTransactionId,
    vestingUntil: row.vestingUntil?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
