"use client";

import { useState } from "react";
import { toast } from "sonner";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { DescriptionFields } from "@/components/admin/partners/description-fields";
import {
  type DescriptionErrors,
  descriptionFormOf,
  readDescription,
} from "@/components/admin/partners/description-form";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Changes what describes the partner. Mount it to open it. */
export function EditDescriptionDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const [form, setForm] = useState(() => descriptionFormOf(partner));
  const [errors, setErrors] = useState<DescriptionErrors>({});
  const save = useCall(administration.updatePartner, { refresh: PARTNER_READS });
  const submit = (reason: string) => {
    const read = readDescription(form, partner);
    if ("errors" in read) return setErrors(read.errors);
    setErrors({});
    if (Object.keys(read.changes).length === 0) return onClose();
    const done = () => {
      toast.success(`${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, reason, ...read.changes }, { onSuccess: done });
  };
  return (
    <WriteDialog
      wide
      title={`Edit “${partner.name}”`}
      description="The slug stays: links carry it."
      submitLabel="Save partner"
      isSaving={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <DescriptionFields form={form} errors={errors} onChange={(part) => setForm({ ...form, ...part })} />
    </WriteDialog>
  );
}
