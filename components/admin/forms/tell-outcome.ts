import { toast } from "sonner";

/** Tells what became of a write: it was done, or it waits for another administrator (202 with an approval). */
export function tellOutcome(answer: object, done: string): void {
  if ("approvalId" in answer) toast("Waiting for a second pair of eyes: another administrator decides.");
  else toast.success(done);
}
