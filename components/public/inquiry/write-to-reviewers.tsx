"use client";

import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { CommentOnInquiry } from "@/lib/domain/giving/inquiries/schemas";

const Comment = CommentOnInquiry.pick({ text: true });

/** An answer or a question of the applicant. */
export function WriteToReviewers({ inquiryId, token }: { inquiryId: string; token: string }) {
  const comment = useCall(giving.commentOnInquiry, { refresh: [giving.getInquiryState] });
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: contractResolver(Comment),
    defaultValues: { text: "" },
  });
  const send = handleSubmit(({ text }) =>
    comment
      .mutateAsync({ inquiryId, token, text })
      .then(() => {
        toast.success("Comment sent");
        reset();
      })
      // Shown below the field.
      .catch(() => undefined),
  );
  return (
    <form noValidate method="post" aria-label="Comment" onSubmit={send} className="flex flex-col gap-3">
      <Field
        label="Write to the reviewers"
        hint="Shown to them beside your inquiry."
        error={formState.errors.text?.message}
      >
        <Textarea rows={3} {...register("text")} />
      </Field>
      {comment.error && (
        <Notice tone="danger" announce>
          {problemSentence(comment.error)}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={comment.isPending}>
          Send comment
        </Button>
      </div>
    </form>
  );
}
