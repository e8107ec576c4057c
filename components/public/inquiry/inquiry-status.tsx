"use client";

import { useQuery } from "@tanstack/react-query";
import { loadProblem } from "@/components/portal/list-face";
import { CommentList } from "@/components/public/inquiry/comment-list";
import { NEXT_WORDS, stepsOf } from "@/components/public/inquiry/inquiry-steps";
import { INQUIRY_WORDS } from "@/components/public/inquiry/inquiry-words";
import { IntakeList } from "@/components/public/inquiry/intake-list";
import { ResubmitInquiry } from "@/components/public/inquiry/resubmit-inquiry";
import { shownToApplicant } from "@/components/public/inquiry/shown-to-applicant";
import { WithdrawInquiry } from "@/components/public/inquiry/withdraw-inquiry";
import { WriteToReviewers } from "@/components/public/inquiry/write-to-reviewers";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Steps } from "@/components/ui/steps";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { InquiryState } from "@/lib/domain/giving/inquiries/schemas";

type InquiryStatusProps = { inquiryId: string; token: string };

/** What an applicant sees of an inquiry, by the link that was given for it. */
export function InquiryStatus({ inquiryId, token }: InquiryStatusProps) {
  const answer = useQuery(query(giving.getInquiryState, { inquiryId, token }));
  const { data: inquiry, error, refetch } = answer;
  if (inquiry) return <Inquiry inquiry={inquiry} token={token} />;
  if (!error) {
    return (
      <>
        <PageHeader title="Your inquiry" purpose={<span role="status">Loading</span>} />
        <Skeleton className="h-96 w-full" />
      </>
    );
  }
  // A token of the wrong form is a wrong link as well.
  if (error.status === 404 || error.status === 400) return <NoSuchInquiry />;
  const { title, message, requestId } = loadProblem(error, "The inquiry could not be loaded");
  return (
    <>
      <PageHeader title="Your inquiry" />
      <ErrorState title={title} requestId={requestId} onRetry={() => void refetch()}>
        {message}
      </ErrorState>
    </>
  );
}

/** A wrong link, whatever is wrong with it. */
export function NoSuchInquiry() {
  return (
    <>
      <PageHeader title="Your inquiry" />
      <EmptyState
        title="This link leads to no inquiry"
        action={<LinkButton href="/inquire">Request partnership</LinkButton>}
      >
        It is incomplete, or was changed on its way. Copy the whole address from the mail about your inquiry. If you
        have not sent one yet, begin with the form.
      </EmptyState>
    </>
  );
}

function Inquiry({ inquiry, token }: { inquiry: InquiryState; token: string }) {
  const { status, fields, comments, may } = inquiry;
  const { tone, word } = INQUIRY_WORDS[status];
  return (
    <>
      <PageHeader
        title={`Inquiry of ${fields.partnerName}`}
        aside={<Status tone={tone}>{word}</Status>}
        purpose={NEXT_WORDS[status]}
      />
      <div className="grid gap-8 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-8 max-lg:order-last lg:col-span-2">
          {inquiry.decisionNote && (
            <Notice tone={status === "REJECTED" ? "danger" : "info"} title="The reviewer's note">
              <p className="whitespace-pre-line">{inquiry.decisionNote}</p>
            </Notice>
          )}
          {may.resubmit ? (
            <ResubmitInquiry inquiry={inquiry} token={token} />
          ) : (
            <Section title="What you sent">
              <IntakeList fields={fields} />
            </Section>
          )}
          {(comments.length > 0 || may.comment) && (
            <Section title="Comments" description="Between you and the reviewers.">
              {comments.length > 0 && <CommentList label="Comments" comments={shownToApplicant(comments)} />}
              {may.comment && <WriteToReviewers inquiryId={inquiry.inquiryId} token={token} />}
            </Section>
          )}
        </div>
        <aside aria-label="How it stands" className="flex min-w-0 flex-col gap-6">
          <Section title="How it stands">
            <Steps label="From the inquiry to the partner account" steps={stepsOf(inquiry)} />
          </Section>
          <Facts
            facts={[
              {
                label: "Inquiry ID",
                value: <IdText value={inquiry.inquiryId} short copy={false} />,
                copy: inquiry.inquiryId,
              },
              { label: "Sent", value: <Time at={inquiry.submittedAt} format="absolute" /> },
              ...(inquiry.decidedAt
                ? [{ label: "Decided", value: <Time at={inquiry.decidedAt} format="absolute" /> }]
                : []),
            ]}
          />
          {may.withdraw && <WithdrawInquiry inquiry={inquiry} token={token} />}
        </aside>
      </div>
    </>
  );
}
