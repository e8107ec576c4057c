import { type Decidable, type Decision, decide } from "@/components/admin/inquiries/decide";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { ApiError } from "@/lib/client/call";

export type Failure = { id: string; partnerName: string; problem: string };

/** The same decision on many inquiries, call by call. What fails is told; the rest goes on. */
export async function decideInTurn(
  inquiries: readonly Decidable[],
  decision: Decision,
  onProgress: (done: number) => void,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [place, inquiry] of inquiries.entries()) {
    try {
      await decide(inquiry, decision);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { id, partnerName } = inquiry;
      failures.push({ id, partnerName, problem: inquiryProblem(error) });
    }
    onProgress(place + 1);
  }
  return failures;
}
