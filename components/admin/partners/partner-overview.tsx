"use client";

import { PartnerFacts } from "@/components/admin/partners/partner-facts";
import { PartnerLists } from "@/components/admin/partners/partner-lists";
import { poolColumns } from "@/components/admin/partners/pool-columns";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";

/** What the platform knows of one partner. */
export function PartnerOverview({ id }: { id: string }) {
  const { data: partner } = usePartnerRecord(id);
  if (!partner) return null;
  return (
    <div className="grid min-w-0 gap-6 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
        <Section title="Token pools">
          <DataTable
            caption="Token pools"
            columns={poolColumns}
            rowId={(row) => row.id}
            rows={partner.pools}
            empty={<EmptyState title="No token pool">Without one no action of this partner gives tokens.</EmptyState>}
          />
        </Section>
        <PartnerLists partner={partner} />
      </div>
      <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
        <Section title="Facts">
          <PartnerFacts partner={partner} />
        </Section>
      </div>
    </div>
  );
}
