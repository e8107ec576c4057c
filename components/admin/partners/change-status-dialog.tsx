"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { rehearsal } from "@/components/admin/blast-radius/rehearsal";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { consequenceOf, type StatusMove } from "@/components/admin/partners/status-moves";
import { statusProblem } from "@/components/admin/partners/status-problem";
import { useCall } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

type ChangeStatusDialogProps = { partner: PartnerRecord; move: StatusMove; onClose: () => void };

/** Asks for the reason of a move and says what it does. Mount it to open it. */
export function ChangeStatusDialog({ partner, move, onClose }: ChangeStatusDialogProps) {
  const change = useCall(partnersApi.setPartnerStatus, { refresh: PARTNER_READS });
  const isRefusing = move.to !== "ACTIVE";
  const dryRun = useQuery({
    ...rehearsal(partnersApi.setPartnerStatus, { id: partner.id, status: move.to }),
    enabled: isRefusing,
  });

  const confirm = (reason: string) => {
    change.mutate(
      { id: partner.id, status: move.to, reason },
      {
        onSuccess: () => {
          toast.success(`${partner.name} ${move.done}`);
          onClose();
        },
      },
    );
  };

  return (
    <ConfirmWriteDialog
      title={`${move.label} “${partner.name}”?`}
      consequence={consequenceOf(partner, move.to)}
      confirmLabel={move.label}
      keepLabel={move.keepLabel}
      tone={move.tone}
      typeToConfirm={move.to === "TERMINATED" ? partner.name : undefined}
      loading={change.isPending}
      error={change.error && statusProblem(change.error)}
      reasonHint="Kept in the audit record and sent to the partner with partner.status_changed."
      onConfirm={confirm}
      onClose={onClose}
    >
      {isRefusing && <BlastRadiusNotice answer={dryRun} />}
    </ConfirmWriteDialog>
  );
}
