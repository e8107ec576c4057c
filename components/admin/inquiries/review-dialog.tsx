"use client";

import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import type { DecisionDialogProps } from "@/components/admin/inquiries/decide";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { useDecision } from "@/components/admin/inquiries/use-decision";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export function ReviewDialog({ inquiry, onClose }: DecisionDialogProps) {
  const reason = useReason();
  const review = useDecision(inquiry, onClose);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Take “${inquiry.partnerName}” into review?`}
      consequence="The applicant sees that somebody reads it."
      confirmLabel="Take into review"
      keepLabel="Leave as it is"
      tone="primary"
      loading={review.isPending}
      error={review.error && inquiryProblem(review.error)}
      onConfirm={() => {
        const given = reason.read();
        if (given) review.mutate({ kind: "review", reason: given });
      }}
    >
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
