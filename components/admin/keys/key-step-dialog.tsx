"use client";

import { EditPartnerKeyDialog } from "@/components/admin/keys/edit-partner-key-dialog";
import { CancelEndDialog, ScheduleEndDialog } from "@/components/admin/keys/key-end-dialogs";
import type { KeyStep } from "@/components/admin/keys/key-step";
import { RotateKeyDialog } from "@/components/admin/keys/rotate-key-dialog";
import { SwitchKeyDialog, TakeKeyDialog } from "@/components/admin/keys/take-key-dialog";
import type { CreatedKey } from "@/lib/domain/keys/schemas";

type KeyStepDialogProps = { step: KeyStep; onClose: () => void; onCreated: (key: CreatedKey) => void };

/** The dialog of the step that was asked for. Mount it to open it. */
export function KeyStepDialog({ step: { kind, key }, onClose, onCreated }: KeyStepDialogProps) {
  const props = { apiKey: key, onClose };
  switch (kind) {
    case "edit":
      return <EditPartnerKeyDialog {...props} />;
    case "rotate":
      return <RotateKeyDialog {...props} onCreated={onCreated} />;
    case "scheduleEnd":
      return <ScheduleEndDialog {...props} />;
    case "cancelEnd":
      return <CancelEndDialog {...props} />;
    case "revoke":
      return <TakeKeyDialog {...props} />;
    default:
      return <SwitchKeyDialog {...props} isActive={kind === "reactivate"} />;
  }
}
