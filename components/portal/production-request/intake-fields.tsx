"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { FormField } from "@/components/portal/forms/form-field";
import { MODEL_WORDS } from "@/components/portal/production-request/production-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { INTEGRATION_MODELS } from "@/lib/domain/partners/statuses";

const MODELS = INTEGRATION_MODELS.map((value) => ({ value, label: MODEL_WORDS[value] }));

/** Who asks; `children` follow the names. */
export function OrganisationFields({ children }: { children?: ReactNode }) {
  const { register } = useFormContext();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField name="partnerName" label="Partner name" hint="As it appears in the portal.">
        <Input autoComplete="organization" {...register("partnerName")} />
      </FormField>
      <FormField name="legalEntity" label="Legal entity" hint="The name on the contract.">
        <Input autoComplete="off" {...register("legalEntity")} />
      </FormField>
      {children}
      <FormField
        name="contactEmail"
        label="Contact e-mail"
        hint="Gets the decision, operational notices and alerts of keys that expire."
      >
        <Input type="email" autoComplete="email" {...register("contactEmail")} />
      </FormField>
    </div>
  );
}

/** What it is for, how much of it, and which actions. */
export function UseFields({ actionTypesHint }: { actionTypesHint: string }) {
  const { register } = useFormContext();
  return (
    <>
      <FormField
        name="useCaseSummary"
        label="Use case"
        hint="What people do, what they receive for it, and why. At least ten characters."
      >
        <Textarea rows={4} {...register("useCaseSummary")} />
      </FormField>
      <div className="grid gap-4 md:grid-cols-2">
        <FormField name="integrationModel" label="Integration" hint="Decides which kinds of keys are issued.">
          <Select options={MODELS} {...register("integrationModel")} />
        </FormField>
        <FormField name="expectedMonthlyActionVolume" label="Actions a month" hint="An estimate, such as 40,000.">
          <Input inputMode="numeric" autoComplete="off" {...register("expectedMonthlyActionVolume")} />
        </FormField>
      </div>
      <FormField name="actionTypes" label="Action types" hint={actionTypesHint}>
        <Textarea mono rows={5} spellCheck={false} {...register("actionTypes")} />
      </FormField>
    </>
  );
}

/** Where events go, and where calls come from. */
export function ConnectionFields({ webhookOptional }: { webhookOptional?: boolean }) {
  const { register } = useFormContext();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField
        name="webhookUrl"
        label="Webhook URL"
        optional={webhookOptional}
        hint="https, on a public address. Receives production events."
      >
        <Input mono type="url" inputMode="url" spellCheck={false} {...register("webhookUrl")} />
      </FormField>
      <FormField
        name="ipAllowlist"
        label="IP allow-list"
        optional
        hint="Addresses or ranges, one a line. Calls from elsewhere will be refused."
      >
        <Textarea mono rows={2} spellCheck={false} {...register("ipAllowlist")} />
      </FormField>
    </div>
  );
}
