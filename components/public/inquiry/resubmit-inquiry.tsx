"use client";

import { toast } from "sonner";
import { byField, CommentList } from "@/components/public/inquiry/comment-list";
import { InquiryFieldsForm } from "@/components/public/inquiry/inquiry-fields-form";
import { formOf } from "@/components/public/inquiry/inquiry-form";
import { FIELD_WORDS } from "@/components/public/inquiry/inquiry-words";
import { shownToApplicant } from "@/components/public/inquiry/shown-to-applicant";
import { Notice } from "@/components/ui/notice";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { InquiryState } from "@/lib/domain/giving/inquiries/schemas";

/** The form as it was sent, with the reviewers' comments at its fields, to be sent again. */
export function ResubmitInquiry({ inquiry, token }: { inquiry: InquiryState; token: string }) {
  const { inquiryId, fields, comments } = inquiry;
  const resubmit = useCall(giving.resubmitInquiry, { refresh: [giving.getInquiryState] });
  const groups = byField(shownToApplicant(comments));
  const notes = Object.fromEntries(
    [...groups].map(([field, group]) => [
      field,
      <CommentList key={field} label={`Comments on ${FIELD_WORDS[field]}`} comments={group} atField />,
    ]),
  );
  return (
    <>
      <Notice tone="warning" title="The reviewer asks for changes">
        {groups.size > 0
          ? `Comments stand at: ${[...groups.keys()].map((field) => FIELD_WORDS[field]).join(", ")}.`
          : "The comments below say what is missing."}
      </Notice>
      <InquiryFieldsForm
        label="Changed inquiry"
        defaults={formOf(fields)}
        notes={notes}
        sendLabel="Send changed inquiry"
        onSend={async (changed) => {
          await resubmit.mutateAsync({ inquiryId, token, ...changed });
          toast.success("The inquiry is back in review");
          window.scrollTo({ top: 0 });
        }}
      />
    </>
  );
}
