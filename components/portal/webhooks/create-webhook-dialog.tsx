"use client";

import { useId, useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { problemText } from "@/components/portal/problem-text";
import { EventTypeFields } from "@/components/portal/webhooks/event-type-fields";
import { HeaderFields } from "@/components/portal/webhooks/header-fields";
import {
  EMPTY_FORM,
  type FieldErrors,
  fieldErrors,
  readForm,
  type WebhookForm,
} from "@/components/portal/webhooks/webhook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import type { ApiError } from "@/lib/client/call";
import { useEnvironment } from "@/lib/client/providers";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

export type CreateWebhookDialogProps = { onClose: () => void; onCreated: (webhook: CreatedWebhook) => void };

/** Asks where deliveries go and what they tell. Mounted while it is open, so each time it starts empty. */
export function CreateWebhookDialog({ onClose, onCreated }: CreateWebhookDialogProps) {
  const { environment } = useEnvironment();
  const formId = useId();
  const [form, setForm] = useState(EMPTY_FORM);
  const [errors, setErrors] = useState<FieldErrors>({});
  const create = useCall(giving.createWebhook, { refresh: [giving.listWebhooks] });
  const set = (part: Partial<WebhookForm>) => setForm({ ...form, ...part });
  const refuse = (found: FieldErrors) => {
    setErrors(found);
    // After React has marked the fields.
    requestAnimationFrame(() => showFirstError(formId));
  };
  const submit = () => {
    const read = readForm(form);
    if ("errors" in read) return refuse(read.errors);
    setErrors({});
    create.mutate(read.input, { onSuccess: onCreated, onError: (error) => refuse(errorsAt(error)) });
  };
  const isAtField = Object.keys(errors).length > 0;
  return (
    <Dialog
      open
      wide
      dismissible={false}
      onOpenChange={(open) => !open && onClose()}
      title={`Create ${environment} webhook`}
      description="Portico sends each event as a signed POST request to your URL."
      footer={
        <>
          <Button onClick={onClose}>Discard webhook</Button>
          <Button variant="primary" type="submit" form={formId} loading={create.isPending}>
            Create webhook
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
        <Field label="URL" hint={URL_HINT} error={errors.url}>
          <Input
            mono
            type="url"
            inputMode="url"
            placeholder="https://partner.example/webhooks/portico"
            value={form.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        </Field>
        <Field label="Description" hint="What receives it, for your colleagues." error={errors.description} optional>
          <Input value={form.description} onChange={(event) => set({ description: event.target.value })} />
        </Field>
        <Events form={form} onChange={set} error={errors.eventTypes} />
        <HeaderFields headers={form.headers} onChange={(headers) => set({ headers })} error={errors.headers} />
        {create.error && !isAtField && (
          <Notice tone="danger" announce>
            {problemSentence(create.error)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

const URL_HINT = "https, on a public address. For a receiver on your own machine, use a tunnel.";

type EventsProps = { form: WebhookForm; onChange: (part: Partial<WebhookForm>) => void; error?: string };

function Events({ form, onChange, error }: EventsProps) {
  return (
    <section aria-label="Events" className="flex flex-col gap-4">
      <Switch
        label="Receive all events"
        hint="Also those that are added later."
        checked={form.receiveAllEvents}
        onCheckedChange={(receiveAllEvents) => onChange({ receiveAllEvents })}
      />
      {error && (
        <Notice tone="danger" announce>
          {error}
        </Notice>
      )}
      {!form.receiveAllEvents && (
        <EventTypeFields chosen={form.eventTypes} onChange={(eventTypes) => onChange({ eventTypes })} />
      )}
    </section>
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
