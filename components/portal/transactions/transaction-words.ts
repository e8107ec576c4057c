import type { StatusTone } from "@/components/ui/status";
import type { Transaction, TransactionType } from "@/lib/domain/giving/transactions/schemas";

export const TYPE_WORDS: Record<TransactionType, { word: string; meaning: string }> = {
  DISTRIBUTION: { word: "Distribution", meaning: "Tokens went from the pool to the user." },
  REVERSAL: { word: "Reversal", meaning: "Tokens of an earlier distribution were taken back." },
  VESTING_RELEASE: { word: "Vesting release", meaning: "Tokens that were vesting became available." },
  EXPIRATION: { word: "Expiration", meaning: "Tokens ran out and can no longer be used." },
  REDEMPTION: { word: "Redemption", meaning: "The user spent tokens." },
};

export const STATUS_WORDS: Record<Transaction["status"], { tone: StatusTone; word: string }> = {
  COMPLETED: { tone: "success", word: "Completed" },
  PARTIALLY_REVERSED: { tone: "warning", word: "Partly reversed" },
  REVERSED: { tone: "neutral", word: "Reversed" },
};
