"use client";

import { useState } from "react";
import { toast } from "sonner";
import { consequenceOf, type StatusMove } from "@/components/admin/partners/status-moves";
import { statusProblem } from "@/components/admin/partners/status-problem";
import { issueSentence } from "@/components/portal/forms/contract-resolver";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import { Reason } from "@/lib/domain/admins/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

type ChangeStatusDialogProps = { partner: PartnerRecord; move: StatusMove; onClose: () => void };

const REFRESH = [partnersApi.getPartner, partnersApi.listPartners, partnersApi.listPartnerAudit];

/** Asks for the reason of a move and says what it does. Mount it to open it. */
export function ChangeStatusDialog({ partner, move, onClose }: ChangeStatusDialogProps) {
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const change = useCall(partnersApi.setPartnerStatus, { refresh: REFRESH });

  const confirm = () => {
    const given = Reason.safeParse(reason, { error: issueSentence });
    setWrong(given.error?.issues[0]?.message);
    if (!given.success) return;
    change.mutate(
      { id: partner.id, status: move.to, reason: given.data },
      {
        onSuccess: () => {
          toast.success(`${partner.name} ${move.done}`);
          onClose();
        },
      },
    );
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${move.label} “${partner.name}”?`}
      consequence={consequenceOf(partner, move.to)}
      confirmLabel={move.label}
      keepLabel={move.keepLabel}
      tone={move.tone}
      typeToConfirm={move.to === "TERMINATED" ? partner.name : undefined}
      loading={change.isPending}
      error={change.error && statusProblem(change.error)}
      onConfirm={confirm}
    >
      <Field
        label="Reason"
        hint="Kept in the audit record and sent to the partner with partner.status_changed."
        error={wrong}
      >
        <Textarea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
