import type { StatusTone } from "@/components/ui/status";
import type { KybStatus } from "@/lib/domain/partners/statuses";

export const KYB_WORDS: Record<KybStatus, { tone: StatusTone; word: string }> = {
  NOT_STARTED: { tone: "neutral", word: "Not started" },
  PENDING: { tone: "progress", word: "Pending" },
  VERIFIED: { tone: "success", word: "Verified" },
  FAILED: { tone: "danger", word: "Failed" },
};
