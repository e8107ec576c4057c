"use client";

import { useState } from "react";
import { toast } from "sonner";
import { CONTENT, type ContentKind } from "@/components/admin/content/content-kinds";
import { RecordFields } from "@/components/admin/content/record-fields";
import { creationOf, flawsOf, recordFields, valuesOf } from "@/components/admin/content/record-form";
import { useWrite } from "@/components/admin/forms/use-write";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import type * as contentApi from "@/lib/contract/directory/admin-content";

/** Enters a record of a kind; its form is the contract's. Mount it to open it. */
export function CreateRecordDialog({ kind, onClose }: { kind: ContentKind; onClose: () => void }) {
  const { one, visible, list, create } = CONTENT[kind];
  const fields = recordFields(create);
  const [values, setValues] = useState(() => valuesOf(fields));
  const [flaws, setFlaws] = useState<Record<string, string>>({});
  // The kinds are made alike, each of fields of its own: the form above holds those of this one.
  const write = useWrite(create as typeof contentApi.createArticle, {
    refresh: [list],
    onDone: () => {
      toast.success(`${sentenceStart(one)} created`);
      onClose();
    },
  });
  const check = () => {
    const found = flawsOf(create, creationOf(fields, values));
    setFlaws(found);
    return Object.keys(found).length === 0;
  };
  const submit = (reason: string) =>
    write.mutate({ ...creationOf(fields, values), reason } as Parameters<typeof write.mutate>[0]);
  const status = visible.includes(String(values.status))
    ? "Partners see it from the next call on."
    : "Hidden from partners until its status changes.";
  return (
    <WriteDialog
      wide
      title={`Create ${one}`}
      description="The content policy reads every text before it is kept."
      submitLabel={`Create ${one}`}
      isSaving={write.isPending}
      problem={write.error}
      check={check}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordFields
        fields={fields}
        values={values}
        flaws={flaws}
        hints={{ status }}
        onChange={(name, value) => setValues((all) => ({ ...all, [name]: value }))}
      />
    </WriteDialog>
  );
}

const sentenceStart = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
