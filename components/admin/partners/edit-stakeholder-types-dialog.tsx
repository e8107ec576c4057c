"use client";

import { toast } from "sonner";
import { ListDialog } from "@/components/admin/forms/list-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import { StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Who may receive the rewards of the partner. Mount it to open it. */
export function EditStakeholderTypesDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const save = useCall(administration.setStakeholderTypes, { refresh: PARTNER_READS });
  const submit = (stakeholderTypes: string[], reason: string) => {
    const done = () => {
      toast.success(`Stakeholder types of ${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, stakeholderTypes, reason }, { onSuccess: done });
  };
  return (
    <ListDialog
      title={`Stakeholder types of “${partner.name}”`}
      description="Who may receive rewards. A type that campaigns or rewards of the last 30 days use cannot be removed."
      label="Stakeholder types"
      hint="One a line, in capitals: CUSTOMER."
      values={partner.stakeholderTypes}
      entry={StakeholderTypeCode}
      expected="use 2 to 40 of A-Z, 0-9 and _, beginning with a letter"
      submitLabel="Save stakeholder types"
      isSaving={save.isPending}
      problem={save.error}
      onSave={submit}
      onClose={onClose}
    />
  );
}
