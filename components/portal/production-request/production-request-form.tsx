"use client";

import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { asSentence, contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import {
  asProductionRequest,
  formOf,
  MODEL_WORDS,
  ProductionForm,
} from "@/components/portal/production-request/production-form";
import { StakeholderFields } from "@/components/portal/production-request/stakeholder-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ApiError } from "@/lib/client/call";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";
import { INTEGRATION_MODELS } from "@/lib/domain/partners/statuses";

const MODELS = INTEGRATION_MODELS.map((value) => ({ value, label: MODEL_WORDS[value] }));

/** The fields of the intake, in the groups in which a reviewer reads them. */
export function ProductionRequestForm({ partner }: { partner: PartnerInfo }) {
  const router = useRouter();
  const request = useCall(giving.requestProduction, { refresh: [giving.me] });
  const { register, control, handleSubmit, setError, formState } = useForm({
    resolver: contractResolver(ProductionForm),
    defaultValues: formOf(partner),
  });
  const { errors } = formState;

  const submit = handleSubmit((form) =>
    request
      .mutateAsync(asProductionRequest(form))
      .then(() => {
        toast.success("Production requested");
        router.push("/go-live");
      })
      .catch((error: ApiError) => {
        for (const { field = "", issue } of Array.isArray(error.details) ? error.details : []) {
          const name = field.split(/[.[]/)[0] as keyof ProductionForm;
          if (name in ProductionForm.shape) setError(name, { message: asSentence(issue) });
        }
      }),
  );

  return (
    <form
      noValidate
      method="post"
      aria-label="Request for production"
      onSubmit={submit}
      className="flex flex-col gap-8"
    >
      <Section title="Organisation" description="For the contract and for notices.">
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="Partner name" hint="As it appears in this portal." error={errors.partnerName?.message}>
            <Input autoComplete="organization" {...register("partnerName")} />
          </Field>
          <Field label="Legal entity" hint="The name on the contract." error={errors.legalEntity?.message}>
            <Input autoComplete="off" {...register("legalEntity")} />
          </Field>
          <Field
            label="Contact e-mail"
            hint="Gets the decision, operational notices and alerts of keys that expire."
            error={errors.contactEmail?.message}
          >
            <Input type="email" autoComplete="email" {...register("contactEmail")} />
          </Field>
        </div>
      </Section>
      <Section title="Use" description="The platform sizes the pool and the rate limit by it.">
        <Field
          label="Use case"
          hint="What people do, what they receive for it, and why. At least ten characters."
          error={errors.useCaseSummary?.message}
        >
          <Textarea rows={4} {...register("useCaseSummary")} />
        </Field>
        <div className="grid gap-4 md:grid-cols-2">
          <Field
            label="Integration"
            hint="Decides which kinds of keys are issued."
            error={errors.integrationModel?.message}
          >
            <Select options={MODELS} {...register("integrationModel")} />
          </Field>
          <Field
            label="Actions a month"
            hint="An estimate, such as 40,000."
            error={errors.expectedMonthlyActionVolume?.message}
          >
            <Input inputMode="numeric" autoComplete="off" {...register("expectedMonthlyActionVolume")} />
          </Field>
        </div>
        <Field
          label="Action types"
          hint="One a line. Those registered for the sandbox stand here; take out what production does not need."
          error={errors.actionTypes?.message}
        >
          <Textarea mono rows={5} spellCheck={false} {...register("actionTypes")} />
        </Field>
      </Section>
      <Section
        title="Who receives rewards"
        description={`One row for each stakeholder type. Registered now: ${partner.stakeholderTypes.join(", ")}.`}
      >
        <StakeholderFields control={control} register={register} errors={errors.stakeholderModel} />
      </Section>
      <Section title="Connection">
        <div className="grid gap-4 md:grid-cols-2">
          <Field
            label="Webhook URL"
            hint="https, on a public address. Receives production events."
            error={errors.webhookUrl?.message}
          >
            <Input mono type="url" inputMode="url" spellCheck={false} {...register("webhookUrl")} />
          </Field>
          <Field
            label="IP allow-list"
            optional
            hint="Addresses or ranges, one a line. Calls from elsewhere will be refused."
            error={errors.ipAllowlist?.message}
          >
            <Textarea mono rows={2} spellCheck={false} {...register("ipAllowlist")} />
          </Field>
        </div>
      </Section>
      {request.error && (
        <Notice tone="danger" announce>
          {problemSentence(request.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={request.isPending}>
          Request production
        </Button>
        <LinkButton href="/go-live">Discard request</LinkButton>
      </div>
    </form>
  );
}
