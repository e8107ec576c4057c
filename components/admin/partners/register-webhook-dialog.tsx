"use client";

import { useState } from "react";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { EventTypeFields } from "@/components/portal/webhooks/event-type-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { CallOf } from "@/lib/contract/endpoint";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

type EventTypes = CallOf<typeof administration.registerWebhook>["eventTypes"];
type RegisterWebhookDialogProps = {
  partner: PartnerRecord;
  onClose: () => void;
  onCreated: (webhook: CreatedWebhook) => void;
};

const REFRESH = [administration.listPartnerWebhooks, ...PARTNER_READS];

/** Registers a receiver for the partner. Mount it to open it; the answer holds the secret. */
export function RegisterWebhookDialog({ partner, onClose, onCreated }: RegisterWebhookDialogProps) {
  const [environment, setEnvironment] = useState<Environment>("sandbox");
  const [url, setUrl] = useState("");
  const [all, setAll] = useState(true);
  const [chosen, setChosen] = useState<string[]>([]);
  const register = useCall(administration.registerWebhook, { refresh: REFRESH });
  const mayGoLive = partner.productionAccess === "APPROVED" || partner.productionAccess === "LIVE";

  const submit = (reason: string) => {
    // The boxes are the contract's own names.
    const eventTypes = (all ? [] : chosen) as EventTypes;
    const input = { id: partner.id, environment, eventTypes, reason, ...(url.trim() !== "" && { url: url.trim() }) };
    register.mutate(input, { onSuccess: onCreated });
  };

  return (
    <WriteDialog
      wide
      title={`Register a webhook for “${partner.name}”`}
      description="Its signing secret is shown once, for you to hand over."
      submitLabel="Register webhook"
      isSaving={register.isPending}
      problem={register.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="URL" optional hint="https, on a public address. Empty takes the one that the intake names.">
        <Input
          mono
          type="url"
          inputMode="url"
          placeholder="https://partner.example/webhooks/portico"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
      <Field
        label="Environment"
        hint={mayGoLive ? undefined : "A production webhook waits for approved production access."}
      >
        <Select
          options={[
            { value: "sandbox", label: "Sandbox" },
            { value: "production", label: "Production", disabled: !mayGoLive },
          ]}
          value={environment}
          onChange={(event) => setEnvironment(event.target.value === "production" ? "production" : "sandbox")}
        />
      </Field>
      <Switch
        label="Receive all events"
        hint="Also those that are added later."
        checked={all}
        onCheckedChange={setAll}
      />
      {!all && <EventTypeFields chosen={chosen} onChange={setChosen} />}
    </WriteDialog>
  );
}
