import { Status, type StatusTone } from "@/components/ui/status";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

type CampaignStatus = Campaign["status"];

export const CAMPAIGN_WORDS: Record<CampaignStatus, { tone: StatusTone; word: string; meaning: string }> = {
  DRAFT: { tone: "neutral", word: "Draft", meaning: "Rewards nothing until it is activated." },
  SCHEDULED: { tone: "progress", word: "Scheduled", meaning: "Becomes active by itself when its time comes." },
  ACTIVE: { tone: "success", word: "Active", meaning: "Rewards the actions it applies to." },
  PAUSED: { tone: "warning", word: "Paused", meaning: "Rewards nothing until it is activated again." },
  COMPLETED: { tone: "neutral", word: "Completed", meaning: "Ended for good. It stays here to be read." },
};

const PAUSES: Record<NonNullable<Campaign["pauseReason"]>, string> = {
  MANUAL: "Paused by hand. It rewards nothing until it is activated again.",
  BUDGET_EXHAUSTED: "Paused by itself: its total budget is used up. Raise the budget, then activate it.",
  POOL_CLOSED: "Paused by itself: its token pool was closed. Choose another pool, then activate it.",
};

export function CampaignStatusMark({ status }: { status: CampaignStatus }) {
  const { tone, word } = CAMPAIGN_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}

/** What the status means, in a sentence. */
export function statusMeaning({ status, pauseReason }: Pick<Campaign, "status" | "pauseReason">): string {
  return status === "PAUSED" && pauseReason ? PAUSES[pauseReason] : CAMPAIGN_WORDS[status].meaning;
}
