import { DIRECTORY_DELIVERY_WORDS } from "@/components/admin/deliveries/directory-delivery-words";
import type { EvidenceForm } from "@/components/admin/deliveries/evidence-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";
import { WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";
import { DIRECTORY_DELIVERY_STATUSES } from "@/lib/domain/webhooks/directory/schemas";

export type ReplayEvidenceFieldsProps = {
  form: EvidenceForm;
  clients: readonly ApiClient[];
  onChange: (part: Partial<EvidenceForm>) => void;
};

const EVENTS = [
  { value: "", label: "Any event" },
  ...WEBHOOK_EVENT_TYPES.map((type) => ({ value: type, label: type })),
];
const STATUSES = [
  { value: "", label: "Any status" },
  ...DIRECTORY_DELIVERY_STATUSES.map((value) => ({ value, label: DIRECTORY_DELIVERY_WORDS[value].word })),
];
const LIMITS = ["100", "250", "500"].map((value) => ({ value, label: `The newest ${value}` }));

/** What narrows the evidence down. An empty one leaves everything in. */
export function ReplayEvidenceFields({ form, clients, onChange }: ReplayEvidenceFieldsProps) {
  const any = { value: "", label: "Any client" };
  const select = (name: "apiClientId" | "eventType" | "sourceStatus" | "replayStatus" | "limit") => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const time = (name: "since" | "before") => ({
    type: "datetime-local",
    value: form[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label="Client">
        <Select
          options={[any, ...clients.map(({ id, name }) => ({ value: id, label: name }))]}
          {...select("apiClientId")}
        />
      </Field>
      <Field label="Event">
        <Select options={EVENTS} {...select("eventType")} />
      </Field>
      <Field label="Status of the source">
        <Select options={STATUSES} {...select("sourceStatus")} />
      </Field>
      <Field label="Status of the replay">
        <Select options={STATUSES} {...select("replayStatus")} />
      </Field>
      <Field label="Replayed since" hint="In your own time zone.">
        <Input {...time("since")} />
      </Field>
      <Field label="Replayed before" hint="In your own time zone.">
        <Input {...time("before")} />
      </Field>
      <Field label="Subject ID" hint="What the event is about, such as a provider.">
        <Input
          autoComplete="off"
          spellCheck={false}
          value={form.subjectId}
          onChange={(event) => onChange({ subjectId: event.target.value })}
        />
      </Field>
      <Field label="At most">
        <Select options={LIMITS} {...select("limit")} />
      </Field>
      <Checkbox
        label="Only replays with an audit record"
        checked={form.auditedOnly}
        onCheckedChange={(auditedOnly) => onChange({ auditedOnly })}
      />
    </div>
  );
}
