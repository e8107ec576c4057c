"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { CONTENT, type ContentKind, editableFields } from "@/components/admin/content/content-kinds";
import { RecordFields } from "@/components/admin/content/record-fields";
import { changeOf, flawsOf, valuesOf } from "@/components/admin/content/record-form";
import { useWrite } from "@/components/admin/forms/use-write";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import type * as contentApi from "@/lib/contract/directory/admin-content";
import type { ContentRecord, ContentRow } from "@/lib/domain/directory/content/schemas";

type EditRecordDialogProps = { kind: ContentKind; record: ContentRow; onClose: () => void };

/** Changes what a record says; the form begins with what it says now. Mount it to open it. */
export function EditRecordDialog({ kind, record, onClose }: EditRecordDialogProps) {
  const { one, read } = CONTENT[kind];
  const answer = useQuery({
    ...query(read as typeof contentApi.getArticleRecord, { id: record.id }),
    // Whoever writes keeps the form; what somebody else changed meanwhile is not put over it.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  const written = answer.data?.data;
  if (written) return <EditForm kind={kind} record={written} onClose={onClose} />;
  const problem = answer.error && loadProblem(answer.error, "The record could not be loaded");
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={`Edit ${one}`}
      footer={<Button onClick={onClose}>Close window</Button>}
    >
      {problem ? (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void answer.refetch()}>
          {problem.message}
        </ErrorState>
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
    </Dialog>
  );
}

function EditForm({ kind, record, onClose }: { kind: ContentKind; record: ContentRecord; onClose: () => void }) {
  const { one, list, read, change } = CONTENT[kind];
  const fields = editableFields(kind);
  const [before] = useState(() => valuesOf(fields, record.fields));
  const [values, setValues] = useState(before);
  const [flaws, setFlaws] = useState<Record<string, string>>({});
  // The kinds take the same kind of change, each of fields of its own: the form holds those of this one.
  const write = useWrite(change as typeof contentApi.changeArticle, {
    refresh: [list, read],
    onDone: () => {
      toast.success(`“${record.title}” changed`);
      onClose();
    },
  });
  const changes = changeOf(fields, values, before);
  const check = () => {
    const found = Object.keys(changes).length === 0 ? { "": "Change a field first." } : flawsOf(change, changes);
    setFlaws(found);
    return Object.keys(found).length === 0;
  };
  return (
    <WriteDialog
      wide
      title={`Edit ${one} “${record.title}”`}
      description={
        record.isVisible
          ? "Partners see it: they read what you write from the next call on, once the content policy has read it."
          : "It is hidden from partners. The content policy reads what you write, and all of it before it is shown."
      }
      submitLabel="Save changes"
      keepLabel="Leave as it is"
      isSaving={write.isPending}
      problem={write.error}
      check={check}
      onSubmit={(reason) => write.mutate({ id: record.id, ...changes, reason })}
      onClose={onClose}
    >
      <RecordFields
        fields={fields}
        values={values}
        flaws={flaws}
        onChange={(name, value) => setValues((all) => ({ ...all, [name]: value }))}
      />
      {flaws[""] && (
        <Notice tone="warning" announce>
          {flaws[""]}
        </Notice>
      )}
    </WriteDialog>
  );
}
