"use client";

import { useState } from "react";
import { issueSentence } from "@/components/portal/forms/contract-resolver";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { Reason } from "@/lib/domain/admins/schemas";

export type ReasonState = {
  value: string;
  wrong: string | undefined;
  setValue: (value: string) => void;
  /** The reason as the API takes it. Undefined when it would not: then the field says why. */
  read: () => string | undefined;
};

/** The reason that every write of an administrator gives. */
export function useReason(): ReasonState {
  const [value, setValue] = useState("");
  const [wrong, setWrong] = useState<string>();
  const read = () => {
    const given = Reason.safeParse(value, { error: issueSentence });
    setWrong(given.error?.issues[0]?.message);
    return given.data;
  };
  return { value, wrong, setValue, read };
}

type ReasonFieldProps = {
  reason: ReasonState;
  /** Who reads it. */
  hint?: string;
};

export function ReasonField({ reason, hint = "Kept in the audit record." }: ReasonFieldProps) {
  return (
    <Field label="Reason" hint={hint} error={reason.wrong}>
      <Textarea rows={3} value={reason.value} onChange={(event) => reason.setValue(event.target.value)} />
    </Field>
  );
}
