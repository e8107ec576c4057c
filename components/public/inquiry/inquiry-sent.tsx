"use client";

import { useEffect, useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

type InquirySentProps = { inquiryId: string; statusToken: string; contactEmail: string };

/** The inquiry has arrived. The link is shown here and in the mail alone. */
export function InquirySent({ inquiryId, statusToken, contactEmail }: InquirySentProps) {
  const path = `/inquiries/${inquiryId}?token=${statusToken}`;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mx-auto flex w-full max-w-dialog-wide flex-col gap-6">
      <header>
        <h1 ref={heading} tabIndex={-1} className="text-title font-semibold outline-none">
          Inquiry received
        </h1>
        <p className="mt-1 max-w-prose text-body text-content-muted">
          A reviewer reads it next. Mail about it goes to{" "}
          <span className="font-medium break-all text-content">{contactEmail}</span>.
        </p>
      </header>
      <Notice tone="warning" title="Keep this link">
        It is the way back to your inquiry: to see how it stands, to answer the reviewer, to withdraw it. Whoever has it
        can do the same.
      </Notice>
      <Field label="Status link" hint="Shown here and in the mail, nowhere else.">
        <Input mono readOnly value={`${location.origin}${path}`} onFocus={(event) => event.target.select()} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <CopyButton showLabel variant="primary" value={`${location.origin}${path}`} what="status link" />
        <LinkButton href={path} size="small">
          Open status page
        </LinkButton>
      </div>
    </div>
  );
}
