"use client";

import { useState } from "react";
import { toast } from "sonner";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import {
  type ComplianceErrors,
  type ComplianceForm,
  complianceFormOf,
  readCompliance,
} from "@/components/admin/partners/compliance-form";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { KYB_WORDS } from "@/components/admin/partners/partner-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { KYB_STATUSES } from "@/lib/domain/partners/statuses";

const STATUS_OPTIONS = KYB_STATUSES.map((value) => ({ value, label: KYB_WORDS[value].word }));

/** Records what was signed, accepted and verified. Mount it to open it. */
export function ComplianceDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const [form, setForm] = useState(() => complianceFormOf(partner));
  const [errors, setErrors] = useState<ComplianceErrors>({});
  const save = useCall(administration.setCompliance, { refresh: PARTNER_READS });
  const set = (part: Partial<ComplianceForm>) => setForm({ ...form, ...part });

  const submit = (reason: string) => {
    const read = readCompliance(form, partner);
    if ("errors" in read) return setErrors(read.errors);
    setErrors({});
    if (Object.keys(read.changes).length === 0) return onClose();
    const done = () => {
      toast.success(`Compliance of ${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, reason, ...read.changes }, { onSuccess: done });
  };

  return (
    <WriteDialog
      wide
      title={`Compliance of “${partner.name}”`}
      description="Days are in UTC. An empty day means not yet."
      submitLabel="Save compliance"
      isSaving={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Contract signed" error={errors.contractSigned}>
          <Input
            type="date"
            value={form.contractSigned}
            onChange={(event) => set({ contractSigned: event.target.value })}
          />
        </Field>
        <Field label="Acceptable use accepted" error={errors.acceptableUse}>
          <Input
            type="date"
            value={form.acceptableUse}
            onChange={(event) => set({ acceptableUse: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Check of the organisation (KYB)" hint="Verified is dated when it is saved.">
        <Select
          options={STATUS_OPTIONS}
          value={form.status}
          onChange={(event) => set({ status: KYB_STATUSES.find((one) => one === event.target.value) ?? form.status })}
        />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Registration number" optional error={errors.registrationNumber}>
          <Input
            autoComplete="off"
            value={form.registrationNumber}
            onChange={(event) => set({ registrationNumber: event.target.value })}
          />
        </Field>
        <Field label="Country" optional hint="Two letters, such as US." error={errors.country}>
          <Input
            autoComplete="off"
            maxLength={2}
            value={form.country}
            onChange={(event) => set({ country: event.target.value })}
          />
        </Field>
      </div>
    </WriteDialog>
  );
}
