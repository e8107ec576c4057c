"use client";

import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { toast } from "sonner";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { showIssues } from "@/components/portal/forms/show-issues";
import { ConnectionFields, OrganisationFields, UseFields } from "@/components/portal/production-request/intake-fields";
import { asProductionRequest, formOf, ProductionForm } from "@/components/portal/production-request/production-form";
import { StakeholderFields } from "@/components/portal/production-request/stakeholder-fields";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ApiError } from "@/lib/client/call";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";

type ProductionRequestFormProps = {
  partner: PartnerInfo;
  /** What the last request said. */
  last: ProductionRequest | null;
};

/** The fields of the intake, in the groups in which a reviewer reads them. */
export function ProductionRequestForm({ partner, last }: ProductionRequestFormProps) {
  const router = useRouter();
  const request = useCall(giving.requestProduction, { refresh: [giving.me, giving.getProductionRequest] });
  const form = useForm({ resolver: contractResolver(ProductionForm), defaultValues: formOf(partner, last) });
  const { handleSubmit, setError } = form;

  const submit = handleSubmit((filled) =>
    request
      .mutateAsync(asProductionRequest(filled))
      .then(() => {
        toast.success("Production requested");
        router.push("/go-live");
      })
      .catch((error: ApiError) => showIssues(error, { fields: ProductionForm.shape, setError })),
  );

  return (
    <FormProvider {...form}>
      <form
        noValidate
        method="post"
        aria-label="Request for production"
        onSubmit={submit}
        className="flex flex-col gap-8"
      >
        <Section title="Organisation" description="For the contract and for notices.">
          <OrganisationFields />
        </Section>
        <Section title="Use" description="The platform sizes the pool and the rate limit by it.">
          <UseFields actionTypesHint="One a line. Those registered for the sandbox stand here; take out what production does not need." />
        </Section>
        <Section
          title="Who receives rewards"
          description={`One row for each stakeholder type. Registered now: ${partner.stakeholderTypes.join(", ")}.`}
        >
          <StakeholderFields />
        </Section>
        <Section title="Connection">
          <ConnectionFields />
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
    </FormProvider>
  );
}
