"use client";

import { useQuery } from "@tanstack/react-query";
import { AuditTimeline } from "@/components/admin/audit/audit-timeline";
import { ChangeStatus } from "@/components/admin/partners/change-status";
import { PartnerFacts } from "@/components/admin/partners/partner-facts";
import { PartnerLists } from "@/components/admin/partners/partner-lists";
import { PartnerStatusMark } from "@/components/admin/partners/partner-status-mark";
import { PARTNER_WORDS } from "@/components/admin/partners/partner-words";
import { poolColumns } from "@/components/admin/partners/pool-columns";
import { DetailFace } from "@/components/portal/detail-face";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as admin from "@/lib/contract/admin";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

const BACK = { href: "/admin", label: "View all partners" };

/** Everything the platform knows of one partner, and the decisions about it. */
export function PartnerPage({ id }: { id: string }) {
  const answer = useQuery(query(admin.getPartner, { id }));
  if (answer.error?.code === "PARTNER_NOT_FOUND") return <NoSuchPartner />;
  return (
    <DetailFace answer={answer} title="Partner" back={BACK}>
      {(partner) => <PartnerStory partner={partner} />}
    </DetailFace>
  );
}

function PartnerStory({ partner }: { partner: PartnerRecord }) {
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: partner.name }]} />
      <PageHeader
        title={partner.name}
        aside={<PartnerStatusMark status={partner.status} />}
        purpose={PARTNER_WORDS[partner.status].meaning}
        actions={<ChangeStatus partner={partner} />}
      />
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
          <AuditTimeline partnerId={partner.id} />
        </div>
        {/* One column beside the story; on a phone the facts stand before it and the rest after it. */}
        <div className="flex min-w-0 flex-col gap-6 max-lg:contents">
          <Section title="Facts" className="max-lg:order-first">
            <PartnerFacts partner={partner} />
          </Section>
          <PartnerLists partner={partner} />
        </div>
      </div>
    </>
  );
}

function NoSuchPartner() {
  return (
    <>
      <PageHeader title="Partner" />
      <EmptyState title="This partner was not found" action={<LinkButton href={BACK.href}>{BACK.label}</LinkButton>}>
        No partner has this id. Check the address, or search the list by name, slug or contact.
      </EmptyState>
    </>
  );
}
