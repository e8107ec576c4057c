"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { rehearsal } from "@/components/admin/blast-radius/rehearsal";
import { ListDialog } from "@/components/admin/forms/list-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { Cidr } from "@/lib/domain/keys/schemas";

/**
 * From where the partner may send signed requests. A list is first rehearsed: it is saved once its effect on traffic was
 * shown. Mount it to open it.
 */
export function EditIpAllowlistDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const save = useCall(administration.setIpAllowlist, { refresh: PARTNER_READS });
  const [rehearsed, setRehearsed] = useState<string[]>();
  const dryRun = useQuery({
    ...rehearsal(administration.setIpAllowlist, { id: partner.id, ipAllowlist: rehearsed ?? [] }),
    enabled: rehearsed !== undefined,
  });
  const submit = (ipAllowlist: string[], reason: string) => {
    if (ipAllowlist.length > 0 && ipAllowlist.join() !== rehearsed?.join()) return setRehearsed(ipAllowlist);
    const done = () => {
      toast.success(`IP allow-list of ${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, ipAllowlist, reason }, { onSuccess: done });
  };
  return (
    <ListDialog
      title={`IP allow-list of “${partner.name}”`}
      description="Signed requests from elsewhere are refused with IP_NOT_ALLOWED from the next one on. An empty list lets every address in."
      label="IP allow-list"
      hint="Addresses or ranges, one a line. Before it is saved you see what it would have refused."
      values={partner.ipAllowlist}
      entry={Cidr}
      expected="write an IPv4 or IPv6 address, or a range such as 203.0.113.0/24"
      submitLabel="Save allow-list"
      isSaving={save.isPending || dryRun.isFetching}
      problem={save.error}
      onSave={submit}
      onClose={onClose}
    >
      {rehearsed && <BlastRadiusNotice answer={dryRun} />}
    </ListDialog>
  );
}
