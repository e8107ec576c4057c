"use client";

import { useState } from "react";
import { toast } from "sonner";
import { CONTENT, type ContentKind, statusWord } from "@/components/admin/content/content-kinds";
import { RecordText } from "@/components/admin/content/record-text";
import { useWrite } from "@/components/admin/forms/use-write";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type * as contentApi from "@/lib/contract/directory/admin-content";
import type { ContentRow } from "@/lib/domain/directory/content/schemas";
import type { ReviewStatus } from "@/lib/domain/directory/reviews/statuses";

type ChangeContentStatusDialogProps = { kind: ContentKind; record: ContentRow; onClose: () => void };

/** Moves a record to another status, and says whether partners will see it there. Mount it to open it. */
export function ChangeContentStatusDialog({ kind, record, onClose }: ChangeContentStatusDialogProps) {
  const { one, statuses, visible, list, change } = CONTENT[kind];
  const others = statuses.filter((status) => status !== record.status);
  const [status, setStatus] = useState(others[0] ?? record.status);
  // The kinds take the same change, each with statuses of its own: those of this one are offered and no others.
  const write = useWrite(change as typeof contentApi.moderateReview, {
    refresh: [list],
    onDone: () => {
      toast.success(`“${record.title}” is now ${statusWord(status).toLowerCase()}`);
      onClose();
    },
  });
  return (
    <WriteDialog
      title={`Change status of ${one} “${record.title}”`}
      description={`It is ${statusWord(record.status).toLowerCase()}, ${record.isVisible ? "visible to partners" : "hidden from partners"}.`}
      submitLabel="Change status"
      keepLabel="Leave as it is"
      isSaving={write.isPending}
      problem={write.error}
      onSubmit={(reason) => write.mutate({ id: record.id, status: status as ReviewStatus, reason })}
      onClose={onClose}
    >
      <RecordText kind={kind} id={record.id} />
      <Field label="New status" hint={consequence(record.isVisible, visible.includes(status))}>
        <Select
          options={others.map((value) => ({ value, label: statusWord(value) }))}
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        />
      </Field>
    </WriteDialog>
  );
}

function consequence(isVisible: boolean, willBe: boolean): string {
  if (isVisible === willBe) return willBe ? "Partners go on seeing it." : "It stays hidden from partners.";
  return willBe ? "Partners will see it from the next call on." : "Partners stop seeing it from the next call on.";
}
