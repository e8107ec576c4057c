"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { rehearsal } from "@/components/admin/blast-radius/rehearsal";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { TIER_WORDS, tierHint } from "@/components/admin/partners/partner-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { TIER_CAPS, TIERS, type Tier } from "@/lib/domain/partners/statuses";

function optionOf(tier: Tier) {
  const { hour, minute } = TIER_CAPS[tier];
  const caps = `${hour.toLocaleString("en")} calls an hour, ${minute.toLocaleString("en")} a minute`;
  return { value: tier, label: `${TIER_WORDS[tier]}: ${caps}` };
}

/** Puts the partner into another tier. Mount it to open it. */
export function ChangeTierDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const [tier, setTier] = useState<Tier>(partner.tier);
  const change = useCall(administration.setTier, { refresh: PARTNER_READS });
  const dryRun = useQuery({
    ...rehearsal(administration.setTier, { id: partner.id, tier }),
    enabled: tier !== partner.tier,
  });
  const submit = (reason: string) => {
    if (tier === partner.tier) return onClose();
    const done = () => {
      toast.success(`${partner.name} is in the ${TIER_WORDS[tier]} tier`);
      onClose();
    };
    change.mutate({ id: partner.id, tier, reason }, { onSuccess: done });
  };
  return (
    <WriteDialog
      title={`Change tier of “${partner.name}”`}
      description="The new limits hold from the next request on. What the running hour has counted stays counted."
      submitLabel="Change tier"
      keepLabel="Keep tier"
      isSaving={change.isPending}
      problem={change.error}
      reasonHint="Kept in the audit record and mailed to the partner's contact and owners."
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Tier" hint={tierHint(partner.expectedMonthlyActionVolume)}>
        <Select
          options={TIERS.map(optionOf)}
          value={tier}
          onChange={(event) => setTier(TIERS.find((one) => one === event.target.value) ?? tier)}
        />
      </Field>
      {tier !== partner.tier && <BlastRadiusNotice answer={dryRun} />}
    </WriteDialog>
  );
}
