"use client";

import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { readLines } from "@/components/admin/forms/read-lines";
import { WriteDialog, type WriteDialogProps } from "@/components/admin/forms/write-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type ListDialogProps = Omit<WriteDialogProps, "onSubmit"> & {
  label: string;
  hint: string;
  values: readonly string[];
  entry: z.ZodType<string>;
  /** What an entry looks like, said of one that does not. */
  expected: string;
  onSave: (values: string[], reason: string) => void;
  /** What saving would do, shown below the list. */
  children?: ReactNode;
};

const ROWS_MAX = 12;

/** A list that is changed as a whole, one entry a line. */
export function ListDialog({ label, hint, values, entry, expected, onSave, children, ...dialog }: ListDialogProps) {
  const [text, setText] = useState(values.join("\n"));
  const [wrong, setWrong] = useState<string>();
  const save = (reason: string) => {
    const read = readLines(text, entry, expected);
    setWrong("wrong" in read ? read.wrong : undefined);
    if ("values" in read) onSave(read.values, reason);
  };
  return (
    <WriteDialog {...dialog} onSubmit={save}>
      <Field label={label} hint={hint} error={wrong}>
        <Textarea
          mono
          rows={Math.min(Math.max(values.length + 1, 3), ROWS_MAX)}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {children}
    </WriteDialog>
  );
}
