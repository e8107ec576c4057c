import { problemText } from "@/components/portal/problem-text";
import { Notice } from "@/components/ui/notice";
import type { ApiError } from "@/lib/client/call";

/** Why an invitation cannot be shown. */
export function InvitationProblem({ error }: { error: ApiError }) {
  const { blocker, cause, nextStep } = problemText(error);
  return (
    <Notice tone="warning" title={blocker}>
      {cause} {nextStep}
    </Notice>
  );
}
