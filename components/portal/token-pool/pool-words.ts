import type { StatusTone } from "@/components/ui/status";
import type { PoolEntryType, PoolRequest, TokenPool } from "@/lib/domain/giving/token-pools/schemas";

export const POOL_WORDS: Record<TokenPool["status"], { tone: StatusTone; word: string; meaning: string }> = {
  ACTIVE: { tone: "success", word: "Active", meaning: "Rewards are drawn from here." },
  PAUSED: { tone: "warning", word: "Paused", meaning: "Actions that draw from here fail with POOL_NOT_ACTIVE." },
  DEPLETED: {
    tone: "danger",
    word: "Depleted",
    meaning: "Actions fail with INSUFFICIENT_POOL until tokens are added.",
  },
  CLOSED: { tone: "neutral", word: "Closed", meaning: "Actions that draw from here fail with POOL_NOT_ACTIVE." },
};

export const ENTRY_WORDS: Record<PoolEntryType, string> = {
  ALLOCATION: "Allocation",
  AUTO_REFILL: "Auto-refill",
  DISTRIBUTION: "Distribution",
  REVERSAL: "Reversal",
  EXPIRY_RETURN: "Expiry return",
  WITHDRAWAL: "Withdrawal",
};

export const REQUEST_WORDS: Record<PoolRequest["status"], { tone: StatusTone; word: string }> = {
  PENDING: { tone: "progress", word: "Pending" },
  APPROVED: { tone: "success", word: "Approved" },
  REJECTED: { tone: "danger", word: "Rejected" },
  CANCELED: { tone: "neutral", word: "Canceled" },
};

/** "+1,000" or "−50": every entry shows which way the tokens went. */
export function signedTokens(tokens: number): string {
  const size = Math.abs(tokens).toLocaleString("en");
  return tokens < 0 ? `−${size}` : `+${size}`;
}
