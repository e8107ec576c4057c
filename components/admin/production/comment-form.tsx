"use client";

import { useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { FIELD_OPTIONS } from "@/components/portal/production-request/review-thread";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as productionApi from "@/lib/contract/admin/production";
import type { CommentOnRequest } from "@/lib/domain/giving/production-requests/schemas";

const AUDIENCES = [
  { value: "SHARED", label: "The partner reads it" },
  { value: "INTERNAL", label: "Administrators only" },
];

/** Says something about a request, to the partner or among administrators. */
export function CommentForm({ partnerId }: { partnerId: string }) {
  const [text, setText] = useState("");
  const [field, setField] = useState("");
  const [audience, setAudience] = useState("SHARED");
  const comment = useCall(productionApi.commentOnPartnerRequest, {
    refresh: [productionApi.getPartnerProductionRequest],
  });
  const send = () => {
    const about = field === "" ? {} : { field: field as NonNullable<CommentOnRequest["field"]> };
    comment.mutate(
      {
        ...{ id: partnerId, text: text.trim(), ...about },
        ...{ audience: audience as "SHARED" | "INTERNAL", reason: "Comment in the review" },
      },
      { onSuccess: () => setText("") },
    );
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
      <div className="grid gap-3 md:grid-cols-2">
        <Field label="About" optional>
          <Select options={FIELD_OPTIONS} value={field} onChange={(event) => setField(event.target.value)} />
        </Field>
        <Field label="Who reads it">
          <Select options={AUDIENCES} value={audience} onChange={(event) => setAudience(event.target.value)} />
        </Field>
      </div>
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
