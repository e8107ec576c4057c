"use client";

import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { FieldNotesProvider, FormField } from "@/components/portal/forms/form-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { showIssues } from "@/components/portal/forms/show-issues";
import { ConnectionFields, OrganisationFields, UseFields } from "@/components/portal/production-request/intake-fields";
import { StakeholderFields } from "@/components/portal/production-request/stakeholder-fields";
import { asInquiry, InquiryForm } from "@/components/public/inquiry/inquiry-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { ApiError } from "@/lib/client/call";
import type { InquiryFields } from "@/lib/domain/giving/inquiries/schemas";

export type InquiryFieldsFormProps = {
  label: string;
  defaults: InquiryForm;
  /** What reviewers noted, by field. */
  notes?: Readonly<Record<string, ReactNode>>;
  sendLabel: string;
  /** Beside the button. */
  actions?: ReactNode;
  onSend: (fields: InquiryFields) => Promise<unknown>;
};

const NO_NOTES = {};

/** All an applicant is asked, in the groups in which a reviewer reads it. */
export function InquiryFieldsForm({ label, defaults, notes = NO_NOTES, ...rest }: InquiryFieldsFormProps) {
  const { sendLabel, actions, onSend } = rest;
  const form = useForm({ resolver: contractResolver(InquiryForm), defaultValues: defaults });
  const { register, handleSubmit, setError, formState } = form;

  const send = handleSubmit(async (filled) => {
    try {
      await onSend(asInquiry(filled));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      showIssues(error, { fields: InquiryForm.shape, setError });
      setError("root", { message: problemSentence(error) });
    }
  });

  return (
    <FormProvider {...form}>
      <FieldNotesProvider notes={notes}>
        <form noValidate method="post" aria-label={label} onSubmit={send} className="flex min-w-0 flex-col gap-8">
          <Section title="Organisation" description="For the contract and for notices.">
            <OrganisationFields>
              <FormField name="website" label="Website" optional hint="Where people meet you, such as your shop.">
                <Input mono type="url" inputMode="url" autoComplete="url" spellCheck={false} {...register("website")} />
              </FormField>
              <FormField name="contactName" label="Contact" hint="Whom we write to.">
                <Input autoComplete="name" {...register("contactName")} />
              </FormField>
            </OrganisationFields>
          </Section>
          <Section title="Use" description="The token pool and the rate limit are sized by it.">
            <UseFields actionTypesHint="What people do, in upper case and one a line: PURCHASE, VOLUNTEER, REFERRAL or types of your own." />
          </Section>
          <Section
            title="Who receives rewards"
            description="One row for each type of person, such as CUSTOMER or VOLUNTEER. Production needs at least one; it can follow later."
          >
            <StakeholderFields min={0} />
          </Section>
          <Section title="Connection" description="Known later? Leave it empty.">
            <ConnectionFields webhookOptional />
          </Section>
          {formState.errors.root && (
            <Notice tone="danger" announce>
              {formState.errors.root.message}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" size="large" loading={formState.isSubmitting}>
              {sendLabel}
            </Button>
            {actions}
          </div>
        </form>
      </FieldNotesProvider>
    </FormProvider>
  );
}
