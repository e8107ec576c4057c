import { Status, type StatusTone } from "@/components/ui/status";
import type { ActionStatus } from "@/lib/domain/giving/actions/schemas";

export const ACTION_WORDS: Record<ActionStatus, { tone: StatusTone; word: string }> = {
  PENDING: { tone: "progress", word: "Pending" },
  PROCESSING: { tone: "progress", word: "Processing" },
  COMPLETED: { tone: "success", word: "Completed" },
  FAILED: { tone: "danger", word: "Failed" },
  PARTIALLY_REVERSED: { tone: "warning", word: "Partly reversed" },
  REVERSED: { tone: "neutral", word: "Reversed" },
};

export function ActionStatusMark({ status }: { status: ActionStatus }) {
  const { tone, word } = ACTION_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
