"use client";

import { useState } from "react";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { tellOutcome } from "@/components/admin/forms/tell-outcome";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as approvalsApi from "@/lib/contract/admin/approvals";
import * as tokenPoolsApi from "@/lib/contract/admin/token-pools";
import type { WaitingPoolRequest } from "@/lib/domain/giving/approvals/schemas";

type DecidePoolRequestDialogProps = {
  request: WaitingPoolRequest;
  decision: "approve" | "reject";
  onClose: () => void;
};

const REFRESH = [approvalsApi.listWaiting, tokenPoolsApi.listPartnerPools];

/** Grants what was asked for or another amount, or declines with a note. Mount it to open it. */
export function DecidePoolRequestDialog({ request, decision, onClose }: DecidePoolRequestDialogProps) {
  const [amount, setAmount] = useState(String(request.amount));
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<{ amount?: string; note?: string }>({});
  const reason = useReason();
  const approve = useCall(tokenPoolsApi.approvePoolRequest, { refresh: REFRESH });
  const reject = useCall(tokenPoolsApi.rejectPoolRequest, { refresh: REFRESH });
  const isApproval = decision === "approve";
  const error = approve.error ?? reject.error;

  const confirm = () => {
    const given = reason.read();
    const tokens = Number(amount.replace(/[\s,_]/g, ""));
    const isAmount = Number.isInteger(tokens) && tokens > 0;
    const text = note.trim();
    setWrong({
      ...(isApproval && !isAmount && { amount: "Write a whole number of tokens, at least 1." }),
      ...(!isApproval && text === "" && { note: "Say why: the partner reads it." }),
    });
    if (given === undefined || (isApproval ? !isAmount : text === "")) return;
    const input = { requestId: request.id, reason: given };
    const done = (answer: object) => {
      tellOutcome(answer, isApproval ? "Tokens added" : "Request declined");
      onClose();
    };
    if (isApproval)
      approve.mutate({ ...input, approvedAmount: tokens, ...(text && { note: text }) }, { onSuccess: done });
    else reject.mutate({ ...input, note: text }, { onSuccess: done });
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={isApproval ? `Add tokens for “${request.partner.name}”?` : `Decline “${request.partner.name}”?`}
      consequence={
        isApproval
          ? "The tokens are there at once, unless the amount needs a second administrator. The partner is mailed."
          : "No tokens are added. The partner is mailed the note and can ask again."
      }
      confirmLabel={isApproval ? "Approve request" : "Decline request"}
      keepLabel="Keep waiting"
      tone={isApproval ? "primary" : "danger"}
      loading={approve.isPending || reject.isPending}
      error={error && problemSentence(error)}
      onConfirm={confirm}
    >
      {isApproval && (
        <Field label="Tokens" hint={`${request.amount.toLocaleString("en")} were asked for.`} error={wrong.amount}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
      )}
      <Field label="Note to the partner" optional={isApproval} error={wrong.note}>
        <Textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
