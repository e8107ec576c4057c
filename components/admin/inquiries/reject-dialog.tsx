"use client";

import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import type { DecisionDialogProps } from "@/components/admin/inquiries/decide";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { useDecision } from "@/components/admin/inquiries/use-decision";
import { useNote } from "@/components/admin/inquiries/use-note";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

export function RejectDialog({ inquiry, onClose }: DecisionDialogProps) {
  const note = useNote();
  const reason = useReason();
  const reject = useDecision(inquiry, onClose);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Reject “${inquiry.partnerName}”?`}
      consequence="The applicant is told by mail, with the note. This cannot be undone."
      confirmLabel="Reject inquiry"
      keepLabel="Keep inquiry open"
      loading={reject.isPending}
      error={reject.error && inquiryProblem(reject.error)}
      onConfirm={() => {
        const [told, given] = [note.read(), reason.read()];
        if (told && given) reject.mutate({ kind: "reject", note: told, reason: given });
      }}
    >
      <Field label="Note" hint="Mailed to the applicant." error={note.wrong}>
        <Textarea rows={3} value={note.value} onChange={(event) => note.setValue(event.target.value)} />
      </Field>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
