"use client";

import { useState } from "react";
import { type ClaimDecision, useClaimDecision } from "@/components/admin/claims/use-claim-decision";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

type Words = { title: string; does: string; confirm: string; keep: string; tone: "primary" | "danger" };

const WORDS: Record<ClaimDecision["kind"], Words> = {
  approve: {
    title: "Approve the claim of",
    does: "The provider becomes claimed, unless it stands higher, and subscribers are told with provider.claimed.",
    ...{ confirm: "Approve claim", keep: "Leave as it is", tone: "primary" },
  },
  reject: {
    title: "Reject the claim of",
    does: "The provider stays as it is. This cannot be undone; the claimant can submit another claim.",
    ...{ confirm: "Reject claim", keep: "Keep claim open", tone: "danger" },
  },
};

type DecideClaimDialogProps = {
  claim: ReviewedClaim;
  kind: ClaimDecision["kind"];
  onClose: () => void;
  onDecided: () => void;
};

/** Decides on a claim for good. Mount it to open it. */
export function DecideClaimDialog({ claim, kind, onClose, onDecided }: DecideClaimDialogProps) {
  const words = WORDS[kind];
  const [notes, setNotes] = useState("");
  const reason = useReason();
  const decide = useClaimDecision(claim, onDecided);
  const confirm = () => {
    const given = reason.read();
    if (given !== undefined) decide.mutate({ kind, reason: given, ...(notes.trim() && { notes: notes.trim() }) });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${words.title} “${claim.providerName}”?`}
      consequence={words.does}
      confirmLabel={words.confirm}
      keepLabel={words.keep}
      tone={words.tone}
      loading={decide.isPending}
      error={decide.error && problemSentence(decide.error)}
      onConfirm={confirm}
    >
      <Field label="Notes" optional hint="For administrators; the claimant and partners never see them.">
        <Textarea rows={3} maxLength={4000} value={notes} onChange={(event) => setNotes(event.target.value)} />
      </Field>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
