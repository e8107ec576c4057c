"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "@/components/portal/export/save-file";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

/** Shows the recovery codes, once. It closes when they were kept, or when the person says so twice. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const [saved, setSaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const close = () => (saved || asked ? onClose() : setAsked(true));
  const text = `${codes.join("\n")}\n`;
  return (
    <Dialog
      open
      onOpenChange={close}
      dismissible={false}
      title="Keep your recovery codes"
      description="Each stands in for a code of the app, once. Without the app and without them a superadmin has to reset the second factor."
      footer={
        <Button variant={saved ? "primary" : undefined} onClick={close}>
          {asked && !saved ? "Close without keeping them" : "Done"}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Notice tone="warning" title="Shown once" announce={asked}>
          {asked && !saved ? "You have neither copied nor downloaded them yet." : "They cannot be read again."}
        </Notice>
        <ul className="grid gap-2 rounded-control bg-muted p-3 font-mono text-dense md:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <CopyButton value={text} what="recovery codes" showLabel onCopied={() => setSaved(true)} />
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            onClick={() => {
              saveFile("portico-recovery-codes.txt", text, "text/plain");
              setSaved(true);
            }}
          >
            Download codes
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
