"use client";

import { useState } from "react";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { issueSentence } from "@/components/portal/forms/contract-resolver";
import { expiresAtOf } from "@/components/portal/keys/key-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import { type ApiClient, CreateApiKey, type CreatedApiKey } from "@/lib/domain/api-clients/schemas";

const EXPIRIES = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In one year" },
] as const;
type Expiry = (typeof EXPIRIES)[number]["value"];

type CreateApiKeyDialogProps = {
  client: ApiClient;
  onClose: () => void;
  onCreated: (key: CreatedApiKey) => void;
};

/** Mount it to open it. The answer holds the secret; it goes straight to `onCreated` and nowhere else. */
export function CreateApiKeyDialog({ client, onClose, onCreated }: CreateApiKeyDialogProps) {
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [expiry, setExpiry] = useState<Expiry>("never");
  const create = useCall(clientsApi.createApiClientKey, { refresh: CLIENT_READS });
  const submit = (reason: string) => {
    const read = CreateApiKey.shape.name.safeParse(name, { error: issueSentence });
    setWrong(read.success ? undefined : "Fill this in.");
    if (!read.success) return;
    const expiresAt = expiresAtOf({ expiry, lastDay: "" }, new Date()) ?? undefined;
    const onSuccess = ({ data }: { data: CreatedApiKey }) => {
      onClose();
      onCreated(data);
    };
    create.mutate({ id: client.id, name: read.data, expiresAt, reason }, { onSuccess });
  };
  return (
    <WriteDialog
      title={`Create key for “${client.name}”`}
      description="The secret is shown once, to you: hand it over by a way that only its owner can read."
      submitLabel="Create key"
      isSaving={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" hint="Where it will be used, such as “Production server”." error={wrong}>
        <Input autoComplete="off" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Expires" hint="Afterwards its calls are refused with invalid_api_key.">
        <Select
          options={EXPIRIES}
          value={expiry}
          onChange={(event) => setExpiry(EXPIRIES.find(({ value }) => value === event.target.value)?.value ?? "never")}
        />
      </Field>
    </WriteDialog>
  );
}
