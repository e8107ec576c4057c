"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { SecretReveal, type SecretRevealProps } from "./secret-reveal";
import { useCloseGuard } from "./use-close-guard";

export type SecretDialogProps = Omit<SecretRevealProps, "onSaved"> & {
  title: string;
  description?: ReactNode;
  /** What to do next, below the values. */
  children?: ReactNode;
  doneLabel?: string;
  onClose: () => void;
};

/** Mount it while there are secrets to show; it asks before it closes with one not saved. */
export function SecretDialog({ title, description, children, doneLabel, onClose, ...reveal }: SecretDialogProps) {
  const [saved, setSaved] = useState(false);
  const guard = useCloseGuard({
    active: !saved,
    title: "Close without copying?",
    consequence: "These values are never shown again. Without a copy you need new ones.",
    leaveLabel: "Close without copying",
    stayLabel: "Keep open",
  });
  return (
    <>
      <Dialog
        open
        onOpenChange={() => guard.attempt(onClose)}
        title={title}
        description={description}
        dismissible={false}
        wide
        footer={
          <Button variant="primary" onClick={() => guard.attempt(onClose)}>
            {doneLabel ?? "Close window"}
          </Button>
        }
      >
        <SecretReveal {...reveal} onSaved={() => setSaved(true)} />
        {children && <div className="mt-4">{children}</div>}
      </Dialog>
      {guard.dialog}
    </>
  );
}
