"use client";

import { useId, useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { problemText } from "@/components/portal/problem-text";
import { WebhookFields } from "@/components/portal/webhooks/webhook-fields";
import {
  type FieldErrors,
  fieldErrors,
  readForm,
  type WebhookForm,
  type WebhookInput,
} from "@/components/portal/webhooks/webhook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ApiError } from "@/lib/client/call";

export type WebhookDialogProps = {
  title: string;
  description: string;
  submitLabel: string;
  keepLabel: string;
  initial: WebhookForm;
  storedHeaders?: readonly string[];
  isSaving: boolean;
  problem: ApiError | null;
  /** Given what the contract accepts, beside the form it was read from; calls back with a refusal. */
  onSubmit: (input: WebhookInput, form: WebhookForm, onRefused: (error: ApiError) => void) => void;
  onClose: () => void;
};

/** The form of a new or a changed webhook. Mounted while it is open, so each time it starts from `initial`. */
export function WebhookDialog(props: WebhookDialogProps) {
  const formId = useId();
  const [form, setForm] = useState(props.initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const refuse = (found: FieldErrors) => {
    setErrors(found);
    // After React has marked the fields.
    requestAnimationFrame(() => showFirstError(formId));
  };
  const submit = () => {
    const read = readForm(form);
    if ("errors" in read) return refuse(read.errors);
    setErrors({});
    props.onSubmit(read.input, form, (error) => refuse(errorsAt(error)));
  };
  const isAtField = Object.keys(errors).length > 0;
  return (
    <Dialog
      open
      wide
      dismissible={false}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.description}
      footer={
        <>
          <Button onClick={props.onClose}>{props.keepLabel}</Button>
          <Button variant="primary" type="submit" form={formId} loading={props.isSaving}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <WebhookFields
          form={form}
          storedHeaders={props.storedHeaders ?? []}
          onChange={(part) => setForm({ ...form, ...part })}
          errors={errors}
        />
        {props.problem && !isAtField && (
          <Notice tone="danger" announce>
            {problemSentence(props.problem)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

/** The first wrong field gets the focus; a remark without a field comes into view. */
function showFirstError(formId: string) {
  const form = document.getElementById(formId);
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  if (field) field.focus();
  else form?.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
}

function errorsAt(error: ApiError): FieldErrors {
  if (error.code === "WEBHOOK_URL_NOT_ALLOWED") {
    const { cause, nextStep } = problemText(error);
    return { url: `${cause} ${nextStep}` };
  }
  return Array.isArray(error.details) ? fieldErrors(error.details) : {};
}
