"use client";

import { type ReactNode, useState } from "react";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { Button } from "@/components/ui/button";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

type DialogButtonProps = {
  partner: PartnerRecord;
  /** What the dialog calls: the button shows to those who may. */
  endpoint: Endpoint;
  label: string;
  /** Mounted while it is open. */
  dialog: (onClose: () => void) => ReactNode;
};

/** A button that opens a dialog about the partner; nobody changes a partner that is terminated. */
export function DialogButton({ partner, endpoint, label, dialog }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const mayCall = useMayCall(endpoint);
  if (!mayCall || partner.status === "TERMINATED") return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && dialog(() => setOpen(false))}
    </>
  );
}
