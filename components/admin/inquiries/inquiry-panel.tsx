"use client";

import { useQuery } from "@tanstack/react-query";
import { Decisions } from "@/components/admin/inquiries/decisions";
import { InquiryFacts } from "@/components/admin/inquiries/inquiry-facts";
import { INQUIRY_MEANINGS } from "@/components/admin/inquiries/inquiry-meanings";
import { Revisions } from "@/components/admin/inquiries/revisions";
import { shownToReviewer } from "@/components/admin/inquiries/shown-to-reviewer";
import { PanelFace } from "@/components/portal/panel-face";
import { CommentList } from "@/components/public/inquiry/comment-list";
import { IntakeList } from "@/components/public/inquiry/intake-list";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";

export type InquiryPanelProps = {
  inquiryId: string;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One inquiry beside the queue: enough to decide on most. Nothing is typed here, so that keys decide. */
export function InquiryPanel({ inquiryId, onStep, onClose }: InquiryPanelProps) {
  return (
    <PanelFace
      answer={useQuery(query(inquiriesApi.getInquiry, { inquiryId }))}
      title={(inquiry) => inquiry?.partnerName ?? "Inquiry"}
      failed="The inquiry could not be loaded"
      actions={
        <LinkButton size="small" href={`/admin/inquiries/${inquiryId}`}>
          Open page
        </LinkButton>
      }
      onStep={onStep}
      onClose={onClose}
    >
      {(inquiry) => <InquiryStory key={inquiry.id} inquiry={inquiry} />}
    </PanelFace>
  );
}

function InquiryStory({ inquiry }: { inquiry: Inquiry }) {
  const { comments, notes, revisions } = inquiry;
  return (
    <>
      <p className="text-content-muted">{INQUIRY_MEANINGS[inquiry.status]}</p>
      <Decisions inquiry={inquiry} />
      <InquiryFacts inquiry={inquiry} />
      {revisions.length > 1 && (
        <Section title="Sent again">
          <Revisions revisions={revisions} />
        </Section>
      )}
      <Section title="Intake">
        <IntakeList fields={inquiry.fields} />
      </Section>
      {comments.length > 0 && (
        <Section title="Shared thread">
          <CommentList label="Shared thread" comments={shownToReviewer(comments)} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title="Internal notes">
          <CommentList label="Internal notes" comments={shownToReviewer(notes)} />
        </Section>
      )}
    </>
  );
}
