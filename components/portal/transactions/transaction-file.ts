import type { CsvColumn } from "@/components/portal/export/print-csv";
import { STATUS_WORDS, TYPE_WORDS } from "@/components/portal/transactions/transaction-words";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

/** A transaction in a file: the words of the screen, ids in full, times in ISO 8601. */
export const TRANSACTION_FILE: readonly CsvColumn<Transaction>[] = [
  { header: "Transaction ID", value: ({ id }) => id },
  { header: "Type", value: ({ type }) => TYPE_WORDS[type].word },
  { header: "Status", value: ({ status }) => STATUS_WORDS[status].word },
  { header: "Tokens", value: ({ tokens }) => tokens },
  { header: "User", value: ({ externalId }) => externalId },
  { header: "Stakeholder", value: ({ stakeholderTypeCode }) => stakeholderTypeCode },
  { header: "Action ID", value: ({ actionId }) => actionId },
  { header: "Campaign ID", value: ({ campaignId }) => campaignId },
  { header: "Token pool ID", value: ({ tokenPoolId }) => tokenPoolId },
  { header: "Reverses transaction ID", value: ({ reversesTransactionId }) => reversesTransactionId },
  { header: "Vests (UTC)", value: ({ vestingUntil }) => vestingUntil },
  { header: "Expires (UTC)", value: ({ expiresAt }) => expiresAt },
  { header: "Created (UTC)", value: ({ createdAt }) => createdAt },
];
