"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { CampaignEditor } from "@/components/portal/campaigns/campaign-editor";
import { EMPTY_CAMPAIGN } from "@/components/portal/campaigns/campaign-form";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { useEnvironment } from "@/lib/client/providers";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** Writes a campaign and shows what it would give while it is written. */
export function NewCampaign() {
  const { environment } = useEnvironment();
  const router = useRouter();
  const create = useCall(giving.createCampaign, { refresh: [giving.listCampaigns] });
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: "New" }]} />
      <PageHeader
        title={`Create ${environment} campaign`}
        purpose="It begins as a draft and rewards nothing until you activate it."
      />
      <CampaignEditor
        initial={EMPTY_CAMPAIGN}
        submitLabel="Create campaign"
        keepLabel="Discard campaign"
        isSaving={create.isPending}
        problem={create.error}
        onSubmit={(input, onError) => {
          const onSuccess = ({ id }: { id: string }) => {
            toast.success("Campaign created as a draft");
            router.push(`/campaigns/${id}`);
          };
          create.mutate(input, { onSuccess, onError });
        }}
        onLeave={() => router.push("/campaigns")}
      />
    </>
  );
}
