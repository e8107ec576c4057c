"use client";

import { useState } from "react";
import { InquiryFieldsForm } from "@/components/public/inquiry/inquiry-fields-form";
import { EMPTY_INQUIRY } from "@/components/public/inquiry/inquiry-form";
import { InquirySent } from "@/components/public/inquiry/inquiry-sent";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { call } from "@/lib/client/call";
import * as giving from "@/lib/contract/giving";
import type { InquirySubmitted } from "@/lib/domain/giving/inquiries/schemas";

const NEXT = [
  "A reviewer reads the inquiry. Where something is open, comments stand at the fields and you send them again.",
  "After the approval come the contract, the acceptable-use terms and the check of your organisation.",
  "Then your partner account opens: keys, a token pool and the portal.",
  "The sandbox comes first; production follows once its checklist is complete.",
];

type Sent = InquirySubmitted & { contactEmail: string };

/** Where an organisation asks to become a partner, and what it is told once it has. */
export function NewInquiry() {
  const [sent, setSent] = useState<Sent>();
  if (sent) return <InquirySent {...sent} />;
  return (
    <>
      <PageHeader
        title="Request partnership"
        purpose="What we need to know to size your token pool, set your limits and prepare the contract."
      />
      <div className="grid gap-8 lg:grid-cols-3">
        <div className="min-w-0 lg:col-span-2">
          <InquiryFieldsForm
            label="Inquiry"
            defaults={EMPTY_INQUIRY}
            sendLabel="Send inquiry"
            onSend={async (fields) => {
              setSent({ ...(await call(giving.submitInquiry, fields)), contactEmail: fields.contactEmail });
              window.scrollTo({ top: 0 });
            }}
          />
        </div>
        <aside aria-label="After the inquiry" className="lg:sticky lg:top-6 lg:self-start">
          <Section title="What happens next">
            <ol className="flex list-decimal flex-col gap-3 pl-4 text-body text-content-muted">
              {NEXT.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Section>
        </aside>
      </div>
    </>
  );
}
