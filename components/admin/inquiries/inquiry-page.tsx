"use client";

import { useQuery } from "@tanstack/react-query";
import { ContractRecord } from "@/components/admin/inquiries/contract-record";
import { CreatePartner } from "@/components/admin/inquiries/create-partner";
import { Decisions } from "@/components/admin/inquiries/decisions";
import { InquiryFacts } from "@/components/admin/inquiries/inquiry-facts";
import { INQUIRY_MEANINGS } from "@/components/admin/inquiries/inquiry-meanings";
import { InquiryStatusMark } from "@/components/admin/inquiries/inquiry-status-mark";
import { ReviewedIntake } from "@/components/admin/inquiries/reviewed-intake";
import { Revisions } from "@/components/admin/inquiries/revisions";
import { DetailFace } from "@/components/portal/detail-face";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";

const BACK = { href: "/admin/queue", label: "View queue" };

/** All there is to know of one inquiry, and all that can be done about it. */
export function InquiryPage({ id }: { id: string }) {
  const answer = useQuery(query(inquiriesApi.getInquiry, { inquiryId: id }));
  if (answer.error?.code === "INQUIRY_NOT_FOUND") return <NoSuchInquiry />;
  return (
    <DetailFace answer={answer} title="Inquiry" back={BACK}>
      {(inquiry) => <Story inquiry={inquiry} />}
    </DetailFace>
  );
}

function Story({ inquiry }: { inquiry: Inquiry }) {
  const { status, partnerName, revisions, decision } = inquiry;
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: partnerName }]} />
      <PageHeader
        title={partnerName}
        aside={<InquiryStatusMark status={status} />}
        purpose={INQUIRY_MEANINGS[status]}
        actions={status === "CONTRACT_SIGNED" ? <CreatePartner inquiry={inquiry} /> : <Decisions inquiry={inquiry} />}
      />
      <div className="grid min-w-0 gap-8 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-8 lg:col-span-2">
          {decision?.note && (
            <Notice tone="info" title="Note to the applicant">
              <p className="whitespace-pre-line">{decision.note}</p>
            </Notice>
          )}
          <ReviewedIntake inquiry={inquiry} />
        </div>
        <aside aria-label="Facts and records" className="flex min-w-0 flex-col gap-8 max-lg:order-first">
          <Section title="Facts">
            <InquiryFacts inquiry={inquiry} />
          </Section>
          <ContractRecord inquiry={inquiry} />
          {revisions.length > 1 && (
            <Section title="Sent again" description="What each resubmission changed.">
              <Revisions revisions={revisions} />
            </Section>
          )}
        </aside>
      </div>
    </>
  );
}

function NoSuchInquiry() {
  return (
    <>
      <PageHeader title="Inquiry" />
      <EmptyState title="This inquiry was not found" action={<LinkButton href={BACK.href}>{BACK.label}</LinkButton>}>
        No inquiry has this id. Check the address, or search the queue by name or contact.
      </EmptyState>
    </>
  );
}
