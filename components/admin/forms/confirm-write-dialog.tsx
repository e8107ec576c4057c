"use client";

import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { ConfirmDialog, type ConfirmDialogProps } from "@/components/ui/confirm-dialog";

type ConfirmWriteDialogProps = Omit<ConfirmDialogProps, "open" | "onOpenChange" | "onConfirm"> & {
  reasonHint?: string;
  /** Called with a reason that the API takes. */
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** The question before an administrator's write that needs no more than a reason. Mount it to open it. */
export function ConfirmWriteDialog({ reasonHint, children, onConfirm, onClose, ...asked }: ConfirmWriteDialogProps) {
  const reason = useReason();
  const confirm = () => {
    const given = reason.read();
    if (given !== undefined) onConfirm(given);
  };
  return (
    <ConfirmDialog {...asked} open onOpenChange={onClose} onConfirm={confirm}>
      {children}
      <ReasonField reason={reason} hint={reasonHint} />
    </ConfirmDialog>
  );
}
