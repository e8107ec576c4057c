"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import type { Decision } from "@/components/admin/inquiries/decide";
import { decideInTurn, type Failure } from "@/components/admin/inquiries/decide-in-turn";
import { DONE_WORDS, REFRESHED } from "@/components/admin/inquiries/use-decision";
import { useNote } from "@/components/admin/inquiries/use-note";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Progress } from "@/components/ui/progress";
import { Textarea } from "@/components/ui/textarea";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";

type BulkDialogProps = {
  kind: "review" | "reject";
  inquiries: readonly InquirySummary[];
  /** With the ids that stay picked, once something was done. */
  onClose: (failed?: string[]) => void;
};

const WORDS = {
  review: { verb: "Take into review", keep: "Leave as they are", says: "The applicants see that somebody reads them." },
  reject: {
    verb: "Reject",
    keep: "Keep inquiries open",
    says: "Each applicant is told by mail, with the note. This cannot be undone.",
  },
} as const;

/** One reason for many inquiries; afterwards it says which could not be decided, and why. */
export function BulkDialog({ kind, inquiries, onClose }: BulkDialogProps) {
  const client = useQueryClient();
  const note = useNote();
  const reason = useReason();
  const [done, setDone] = useState<number>();
  const [failures, setFailures] = useState<Failure[]>();
  const { verb, keep, says } = WORDS[kind];
  const many = inquiries.length === 1 ? "1 inquiry" : `${inquiries.length.toLocaleString("en")} inquiries`;
  const isRunning = done !== undefined && !failures;

  const run = async (decision: Decision) => {
    setDone(0);
    const failed = await decideInTurn(inquiries, decision, setDone);
    for (const { id } of REFRESHED) void client.invalidateQueries({ queryKey: [id] });
    if (failed.length > 0) return setFailures(failed);
    toast.success(`${many} ${DONE_WORDS[kind]}`);
    onClose([]);
  };
  const confirm = () => {
    if (failures) return onClose(failures.map(({ id }) => id));
    const given = reason.read();
    const told = kind === "reject" ? note.read() : undefined;
    if (!given) return;
    if (kind === "review") void run({ kind, reason: given });
    else if (told) void run({ kind, note: told, reason: given });
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={() => !isRunning && onClose(failures && [])}
      title={failures ? `${failures.length} of ${many} could not be decided` : `${verb}: ${many}?`}
      consequence={failures ? "The others are done." : says}
      confirmLabel={failures ? "Keep them picked" : `${verb}: ${many}`}
      keepLabel={failures ? "Clear picks" : keep}
      tone={kind === "reject" && !failures ? "danger" : "primary"}
      loading={isRunning}
      onConfirm={confirm}
    >
      {failures && (
        <ul className="flex flex-col gap-2">
          {failures.map(({ id, partnerName, problem }) => (
            <li key={id}>
              <span className="font-medium">{partnerName}</span>: {problem}
            </li>
          ))}
        </ul>
      )}
      {!failures && kind === "reject" && (
        <Field label="Note" hint="Mailed to each applicant." error={note.wrong}>
          <Textarea rows={3} value={note.value} onChange={(event) => note.setValue(event.target.value)} />
        </Field>
      )}
      {!failures && <ReasonField reason={reason} hint="The same for all; kept in the audit record." />}
      {isRunning && <Progress label="Decided" value={done} max={inquiries.length} note={`${done} of ${many}`} />}
    </ConfirmDialog>
  );
}
