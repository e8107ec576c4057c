"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { FIELD_OPTIONS } from "@/components/admin/inquiries/field-options";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { REFRESHED } from "@/components/admin/inquiries/use-decision";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import { AddInquiryComment, type Inquiry, type InquiryField } from "@/lib/domain/giving/inquiries/schemas";

export type CommentTarget = { audience: "SHARED" | "INTERNAL"; field?: InquiryField };

type CommentDialogProps = { inquiry: Inquiry; target: CommentTarget; onClose: () => void };

const Comment = AddInquiryComment.pick({ text: true });

// A comment says itself why it was written; what it says stays out of the audit record, which partners read as well.
const WORDS = {
  SHARED: {
    title: "Write to the applicant",
    consequence: "It is mailed to the applicant and stands on the status page.",
    send: "Send comment",
    keep: "Discard comment",
    done: "Comment sent",
    reason: "Comment to the applicant",
  },
  INTERNAL: {
    title: "Write an internal note",
    consequence: "Administrators alone see it.",
    send: "Keep note",
    keep: "Discard note",
    done: "Note kept",
    reason: "Internal note",
  },
} as const;

export function CommentDialog({ inquiry, target, onClose }: CommentDialogProps) {
  const { audience } = target;
  const words = WORDS[audience];
  const [field, setField] = useState<InquiryField | undefined>(target.field);
  const comment = useCall(inquiriesApi.addInquiryComment, { refresh: REFRESHED });
  const { register, handleSubmit, formState } = useForm({
    resolver: contractResolver(Comment),
    defaultValues: { text: "" },
  });
  const send = handleSubmit(({ text }) =>
    comment.mutate(
      { inquiryId: inquiry.id, audience, field, text, reason: words.reason },
      {
        onSuccess: () => {
          toast.success(words.done);
          onClose();
        },
      },
    ),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.title}
      consequence={words.consequence}
      confirmLabel={words.send}
      keepLabel={words.keep}
      tone="primary"
      loading={comment.isPending}
      error={comment.error && inquiryProblem(comment.error)}
      onConfirm={() => void send()}
    >
      <Field label="About">
        <Select
          options={FIELD_OPTIONS}
          value={field ?? ""}
          onChange={(event) => setField((event.target.value || undefined) as InquiryField | undefined)}
        />
      </Field>
      <Field label={audience === "SHARED" ? "Comment" : "Note"} error={formState.errors.text?.message}>
        <Textarea rows={4} {...register("text")} />
      </Field>
    </ConfirmDialog>
  );
}
