"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ApiError } from "@/lib/client/call";

export type WriteDialogProps = {
  title: string;
  description?: ReactNode;
  /** Verb and object. */
  submitLabel: string;
  keepLabel?: string;
  isSaving: boolean;
  problem: ApiError | null;
  reasonHint?: string;
  wide?: boolean;
  /** Judges the fields above the reason, and says at each what is wrong with it. */
  check?: () => boolean;
  /** Called with a reason that the API takes, once the fields have passed. */
  onSubmit: (reason: string) => void;
  onClose: () => void;
  /** The fields. */
  children?: ReactNode;
};

/** The form of an administrator's write: fields, the reason, what went wrong. Mount it to open it. */
export function WriteDialog(props: WriteDialogProps) {
  const formId = useId();
  const reason = useReason();
  const submit = () => {
    const passes = props.check?.() ?? true;
    const given = reason.read();
    if (passes && given !== undefined && !props.isSaving) props.onSubmit(given);
  };
  // A long form may end below the edge: what went wrong comes into sight.
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.problem) problem.current?.scrollIntoView({ block: "nearest" });
  }, [props.problem]);
  return (
    <Dialog
      open
      wide={props.wide}
      dismissible={false}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.description}
      footer={
        <>
          <Button onClick={props.onClose}>{props.keepLabel ?? "Cancel"}</Button>
          <Button type="submit" form={formId} variant="primary" loading={props.isSaving}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {props.children}
        <ReasonField reason={reason} hint={props.reasonHint} />
        <div ref={problem} className="empty:hidden">
          {props.problem && (
            <Notice tone="danger" announce>
              {problemSentence(props.problem)}
            </Notice>
          )}
        </div>
      </form>
    </Dialog>
  );
}
