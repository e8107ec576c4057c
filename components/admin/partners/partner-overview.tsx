"use client";

import { ChangeTierDialog } from "@/components/admin/partners/change-tier-dialog";
import { ComplianceSection } from "@/components/admin/partners/compliance-section";
import { DescriptionSection } from "@/components/admin/partners/description-section";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { PartnerFacts } from "@/components/admin/partners/partner-facts";
import { PartnerLists } from "@/components/admin/partners/partner-lists";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { Section } from "@/components/ui/section";
import * as administration from "@/lib/contract/admin/partner-administration";

/** What the platform knows of one partner, and what administrators set of it. */
export function PartnerOverview({ id }: { id: string }) {
  const { data: partner } = usePartnerRecord(id);
  if (!partner) return null;
  return (
    <div className="grid min-w-0 gap-6 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-8 lg:col-span-2">
        <ComplianceSection partner={partner} />
        <DescriptionSection partner={partner} />
        <PartnerLists partner={partner} />
      </div>
      <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
        <Section
          title="Facts"
          actions={
            <DialogButton
              partner={partner}
              endpoint={administration.setTier}
              label="Change tier"
              dialog={(close) => <ChangeTierDialog partner={partner} onClose={close} />}
            />
          }
        >
          <PartnerFacts partner={partner} />
        </Section>
      </div>
    </div>
  );
}
