"use client";

import { toast } from "sonner";
import { ListDialog } from "@/components/admin/forms/list-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import { ActionType } from "@/lib/domain/giving/actions/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** What the partner may submit as an action. Mount it to open it. */
export function EditActionTypesDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const save = useCall(administration.setActionTypes, { refresh: PARTNER_READS });
  const submit = (actionTypes: string[], reason: string) => {
    const done = () => {
      toast.success(`Action types of ${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, actionTypes, reason }, { onSuccess: done });
  };
  return (
    <ListDialog
      title={`Action types of “${partner.name}”`}
      description="What the partner may submit. A type that campaigns, pools or actions of the last 30 days use cannot be removed."
      label="Action types"
      hint="One a line, in capitals: PURCHASE."
      values={partner.actionTypes}
      entry={ActionType}
      expected="use 2 to 40 of A-Z, 0-9 and _, beginning with a letter"
      submitLabel="Save action types"
      isSaving={save.isPending}
      problem={save.error}
      onSave={submit}
      onClose={onClose}
    />
  );
}
