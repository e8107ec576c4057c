"use client";

import { useState } from "react";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import type { DecisionDialogProps } from "@/components/admin/inquiries/decide";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { useDecision } from "@/components/admin/inquiries/use-decision";
import { TIER_WORDS } from "@/components/admin/partners/partner-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { TIER_CAPS, TIERS } from "@/lib/domain/partners/statuses";

const TIER_OPTIONS = TIERS.map((value) => ({
  value,
  label: `${TIER_WORDS[value]}, ${TIER_CAPS[value].hour.toLocaleString("en")} calls an hour`,
}));

/** The tier that the volume suggests is chosen beforehand. */
export function ApproveDialog({ inquiry, onClose }: DecisionDialogProps) {
  const [tier, setTier] = useState(inquiry.tierHint);
  const [note, setNote] = useState("");
  const reason = useReason();
  const approve = useDecision(inquiry, onClose);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Approve “${inquiry.partnerName}”?`}
      consequence="The applicant is told by mail. The inquiry then waits for contract, acceptable use and KYB."
      confirmLabel="Approve inquiry"
      keepLabel="Leave as it is"
      tone="primary"
      loading={approve.isPending}
      error={approve.error && inquiryProblem(approve.error)}
      onConfirm={() => {
        const given = reason.read();
        if (given) approve.mutate({ kind: "approve", tier, note: note.trim() || undefined, reason: given });
      }}
    >
      <Field label="Tier" hint={`The expected volume suggests ${TIER_WORDS[inquiry.tierHint]}.`}>
        <Select
          options={TIER_OPTIONS}
          value={tier}
          onChange={(event) => setTier(TIERS.find((one) => one === event.target.value) ?? inquiry.tierHint)}
        />
      </Field>
      <Field label="Note" optional hint="Shown to the applicant.">
        <Textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
