"use client";

import { useState } from "react";
import { toast } from "sonner";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { KEY_READS } from "@/components/admin/keys/key-reads";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

type KeyEndProps = { apiKey: PartnerKey; onClose: () => void };

const CHOICES = [
  { value: "1", label: "1 hour" },
  { value: "6", label: "6 hours" },
  { value: "24", label: "1 day" },
  { value: "72", label: "3 days" },
  { value: "168", label: "7 days" },
];

/** Has a rotated pair revoked once nobody uses it any more. Mount it to open it. */
export function ScheduleEndDialog({ apiKey, onClose }: KeyEndProps) {
  const [quietHours, setQuietHours] = useState("24");
  const schedule = useCall(keysApi.schedulePartnerKeyEnd, { refresh: KEY_READS });
  const submit = (reason: string) =>
    schedule.mutate(
      { id: apiKey.partnerId, keyId: apiKey.id, quietHours: Number(quietHours), reason },
      {
        onSuccess: () => {
          toast.success(`End of key “${apiKey.name}” scheduled`);
          onClose();
        },
      },
    );
  return (
    <WriteDialog
      title={`Schedule the end of “${apiKey.name}”`}
      description="It is revoked for good once no call was served on it for so long, counted from now. Each call starts the count anew, and nothing happens while its successor does not work."
      submitLabel="Schedule end"
      isSaving={schedule.isPending}
      problem={schedule.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Quiet for">
        <Select options={CHOICES} value={quietHours} onChange={(event) => setQuietHours(event.target.value)} />
      </Field>
    </WriteDialog>
  );
}

/** Takes a scheduled end back. Mount it to open it. */
export function CancelEndDialog({ apiKey, onClose }: KeyEndProps) {
  const cancel = useCall(keysApi.cancelPartnerKeyEnd, { refresh: KEY_READS });
  const submit = (reason: string) =>
    cancel.mutate(
      { id: apiKey.partnerId, keyId: apiKey.id, reason },
      {
        onSuccess: () => {
          toast.success(`Key “${apiKey.name}” stays`);
          onClose();
        },
      },
    );
  return (
    <WriteDialog
      title={`Cancel the end of “${apiKey.name}”?`}
      description="It stays valid until somebody revokes it, however quiet it is."
      submitLabel="Cancel scheduled end"
      keepLabel="Keep it scheduled"
      isSaving={cancel.isPending}
      problem={cancel.error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
