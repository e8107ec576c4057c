"use client";

import { EventTypeFields } from "@/components/portal/webhooks/event-type-fields";
import { HeaderFields } from "@/components/portal/webhooks/header-fields";
import type { FieldErrors, WebhookForm } from "@/components/portal/webhooks/webhook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";

const URL_HINT = "https, on a public address. For a receiver on your own machine, use a tunnel.";

export type WebhookFieldsProps = {
  form: WebhookForm;
  /** Names of headers whose values are stored. */
  storedHeaders: readonly string[];
  onChange: (part: Partial<WebhookForm>) => void;
  errors: FieldErrors;
};

/** What a webhook is: where deliveries go, what they tell, what they carry. */
export function WebhookFields({ form, storedHeaders, onChange, errors }: WebhookFieldsProps) {
  return (
    <>
      <Field label="URL" hint={URL_HINT} error={errors.url}>
        <Input
          mono
          type="url"
          inputMode="url"
          placeholder="https://partner.example/webhooks/portico"
          value={form.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      </Field>
      <Field label="Description" hint="What receives it, for your colleagues." error={errors.description} optional>
        <Input value={form.description} onChange={(event) => onChange({ description: event.target.value })} />
      </Field>
      <Events form={form} onChange={onChange} error={errors.eventTypes} />
      {form.headers ? (
        <HeaderFields headers={form.headers} onChange={(headers) => onChange({ headers })} error={errors.headers} />
      ) : (
        <StoredHeaders names={storedHeaders} onReplace={(headers) => onChange({ headers })} />
      )}
    </>
  );
}

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

type StoredHeadersProps = {
  names: readonly string[];
  onReplace: (headers: NonNullable<WebhookForm["headers"]>) => void;
};

function StoredHeaders({ names, onReplace }: StoredHeadersProps) {
  return (
    <section aria-label="Custom headers" className="flex flex-col gap-2">
      <h3 className="font-medium">Custom headers</h3>
      <p className="text-dense text-content-muted">
        <span className="font-mono">{names.join(", ")}</span>: kept as they are. Their values cannot be shown, so a
        change means to enter all of them anew.
      </p>
      <div>
        <Button size="small" onClick={() => onReplace(names.map((name) => ({ name, value: "" })))}>
          Replace headers
        </Button>
      </div>
    </section>
  );
}
