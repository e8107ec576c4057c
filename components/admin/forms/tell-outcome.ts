import { toast } from "sonner";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";

/** Whether a write waits for a second administrator instead of having acted. */
export function isWaiting(answer: object): answer is WaitingApproval {
  return "approvalId" in answer;
}

/** Says what became of a write: done, or waiting for somebody else. */
export function tellOutcome(answer: object, done: string): void {
  if (!isWaiting(answer)) {
    toast.success(done);
    return;
  }
  toast.info("Waiting for a second pair of eyes", {
    description: "Nothing was changed. Another administrator decides under Approvals, within three days.",
  });
}
