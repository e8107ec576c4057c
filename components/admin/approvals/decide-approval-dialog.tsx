"use client";

import { toast } from "sonner";
import { APPROVAL_WORDS, approvalProblem } from "@/components/admin/approvals/approval-words";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { useCall } from "@/lib/client/query";
import * as approvalsApi from "@/lib/contract/admin/approvals";
import * as partnersApi from "@/lib/contract/admin/partners";
import type { Approval } from "@/lib/domain/giving/approvals/schemas";

type DecideApprovalDialogProps = { approval: Approval; decision: "approve" | "reject"; onClose: () => void };

const REFRESH = [approvalsApi.listWaiting, partnersApi.getPartner, partnersApi.listPartnerAudit];

/** Asks the second administrator for a reason and says what the decision does. Mount it to open it. */
export function DecideApprovalDialog({ approval, decision, onClose }: DecideApprovalDialogProps) {
  const approve = useCall(approvalsApi.approveApproval, { refresh: REFRESH });
  const reject = useCall(approvalsApi.rejectApproval, { refresh: REFRESH });
  const words = APPROVAL_WORDS[approval.action];
  const isApproval = decision === "approve";
  const error = approve.error ?? reject.error;

  const confirm = (reason: string) => {
    const input = { approvalId: approval.id, reason };
    const onSuccess = () => {
      toast.success(isApproval ? `${words.title}: done` : `${words.title}: declined`);
      onClose();
    };
    if (isApproval) approve.mutate(input, { onSuccess });
    else reject.mutate(input, { onSuccess });
  };

  return (
    <ConfirmWriteDialog
      title={`${words.title} for “${approval.partner.name}”?`}
      consequence={
        isApproval
          ? "It is carried out at once, exactly as it was asked for."
          : "Nothing is changed. It can be asked for again."
      }
      confirmLabel={isApproval ? words.approve : "Reject"}
      keepLabel="Keep waiting"
      tone={isApproval ? "primary" : "danger"}
      loading={approve.isPending || reject.isPending}
      error={error && approvalProblem(error)}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
