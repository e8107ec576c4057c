"use client";

import type { ReactNode } from "react";
import { ChangeStatus } from "@/components/admin/partners/change-status";
import { PartnerStatusMark } from "@/components/admin/partners/partner-status-mark";
import { partnerTabs } from "@/components/admin/partners/partner-tabs";
import { PARTNER_WORDS } from "@/components/admin/partners/partner-words";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { DetailFace } from "@/components/portal/detail-face";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";

const BACK = { href: "/admin", label: "View all partners" };

type PartnerFrameProps = { id: string; children: ReactNode };

/** What all pages of a partner share: its name and status, what may be done to it, and the way to its other pages. */
export function PartnerFrame({ id, children }: PartnerFrameProps) {
  const answer = usePartnerRecord(id);
  if (answer.error?.code === "PARTNER_NOT_FOUND") return <NoSuchPartner />;
  return (
    <DetailFace answer={answer} title="Partner" back={BACK}>
      {(partner) => (
        <>
          <BreadcrumbTrail crumbs={[{ label: partner.name }]} />
          <PageHeader
            title={partner.name}
            aside={<PartnerStatusMark status={partner.status} />}
            purpose={PARTNER_WORDS[partner.status].meaning}
            actions={<ChangeStatus partner={partner} />}
          />
          <NavTabs label={`Pages of ${partner.name}`} items={partnerTabs(id)} />
          {children}
        </>
      )}
    </DetailFace>
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
