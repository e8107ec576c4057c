"use client";

import { useState } from "react";
import { toast } from "sonner";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import { FEATURE_WORDS } from "@/components/admin/partners/partner-words";
import { Checkbox } from "@/components/ui/checkbox";
import { useCall } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { FEATURES } from "@/lib/domain/partners/statuses";

/** Switches what the partner may use. Mount it to open it. */
export function EditFeaturesDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const [chosen, setChosen] = useState(partner.enabledFeatures);
  const save = useCall(administration.setFeatures, { refresh: PARTNER_READS });
  const submit = (reason: string) => {
    const done = () => {
      toast.success(`Features of ${partner.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, enabledFeatures: chosen, reason }, { onSuccess: done });
  };
  return (
    <WriteDialog
      title={`Features of “${partner.name}”`}
      description="Calls of a feature that is off are refused with FEATURE_NOT_ENABLED from the next request on."
      submitLabel="Save features"
      isSaving={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset>
        <legend className="font-medium">On</legend>
        {FEATURES.map((feature) => (
          <Checkbox
            key={feature}
            label={FEATURE_WORDS[feature].word}
            hint={FEATURE_WORDS[feature].meaning}
            checked={chosen.includes(feature)}
            onCheckedChange={(isOn) =>
              setChosen(isOn ? [...chosen, feature] : chosen.filter((other) => other !== feature))
            }
          />
        ))}
      </fieldset>
    </WriteDialog>
  );
}
