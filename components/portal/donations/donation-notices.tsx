import { problemText } from "@/components/portal/problem-text";
import { Notice } from "@/components/ui/notice";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

const CODE = /^[A-Z][A-Z_]+$/;

/** What of a donation needs somebody: a failed payment or reward with its reason, a report that does not match. */
export function DonationNotices({ donation }: { donation: Donation }) {
  const { failureReason, reviewReason } = donation;
  if (failureReason === null && reviewReason === null) return null;
  return (
    <div className="flex flex-col gap-3">
      {reviewReason !== null && (
        <Notice tone="warning" title="In review">
          A report of the payment provider did not match this donation and changed nothing: {reviewReason}. Compare it
          with the provider's own record.
        </Notice>
      )}
      {failureReason !== null && <Failure reason={failureReason} />}
    </div>
  );
}

function Failure({ reason }: { reason: string }) {
  if (!CODE.test(reason))
    return <Notice tone="danger" title="What went wrong">{`The checkout reported: ${reason}`}</Notice>;
  const { blocker, cause, nextStep } = problemText({ code: reason });
  return (
    <Notice tone="danger" title={`Reward failed: ${blocker}`}>
      {cause} {nextStep} <span className="font-mono text-dense">{reason}</span>
    </Notice>
  );
}
