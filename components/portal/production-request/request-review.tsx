"use client";

import { useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { FIELD_OPTIONS, ReviewThread } from "@/components/portal/production-request/review-thread";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CommentOnRequest, ProductionReview } from "@/lib/domain/giving/production-requests/schemas";

type Request = NonNullable<ProductionReview["request"]>;

/** How the last request stands with the review: what is asked of the partner, or what was decided. */
export function RequestState({ request }: { request: Request }) {
  if (request.changesRequested) {
    return (
      <Notice tone="warning" title="The review asks for changes">
        Change what the comments name and send the request again.
      </Notice>
    );
  }
  if (request.status === "REJECTED") {
    return (
      <Notice tone="danger" title="The last request was rejected">
        {request.note ?? "No note was left."} The form holds what it said; change it and send it again.
      </Notice>
    );
  }
  if (request.status !== "OPEN") return null;
  return (
    <Notice tone="info" title="A request is open">
      What is sent from here replaces all it says.
    </Notice>
  );
}

/** The thread with the reviewers; open while the request is. */
export function RequestReview({ request }: { request: Request }) {
  return (
    <Section title="Review" description="What was said about the request, by the reviewers and by your people.">
      <ReviewThread comments={request.comments} />
      {request.status === "OPEN" && <CommentForm />}
    </Section>
  );
}

function CommentForm() {
  const [text, setText] = useState("");
  const [field, setField] = useState("");
  const comment = useCall(giving.commentOnRequest, { refresh: [giving.getProductionRequest] });
  const send = () => {
    const about = field === "" ? {} : { field: field as NonNullable<CommentOnRequest["field"]> };
    comment.mutate({ text: text.trim(), ...about }, { onSuccess: () => setText("") });
  };
  return (
    <form
      aria-label="Comment on the request"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") send();
      }}
    >
      <Field label="Comment">
        <Textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label="About" optional>
        <Select options={FIELD_OPTIONS} value={field} onChange={(event) => setField(event.target.value)} />
      </Field>
      {comment.error && (
        <Notice tone="danger" announce>
          {problemSentence(comment.error)}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={comment.isPending}>
          Add comment
        </Button>
      </div>
    </form>
  );
}
