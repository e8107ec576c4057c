"use client";

import { toast } from "sonner";
import { CampaignEditor } from "@/components/portal/campaigns/campaign-editor";
import { formOf, patchOf } from "@/components/portal/campaigns/campaign-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

/** Changes a campaign, as far as its state allows. */
export function EditCampaign({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const update = useCall(giving.updateCampaign, { refresh: [giving.listCampaigns, giving.getCampaign] });
  const isRunning = campaign.status === "ACTIVE";
  return (
    <>
      <PageHeader
        title={`Edit campaign “${campaign.name}”`}
        purpose={
          isRunning
            ? "Changes take effect with the next action."
            : "Every field is open while the campaign rewards nothing."
        }
      />
      {isRunning && (
        <Notice tone="info" title="Some fields are closed while the campaign is active">
          Name, description, the end of its schedule and its budget can change now. To change what actions earn, pause
          the campaign first.
        </Notice>
      )}
      <CampaignEditor
        initial={formOf(campaign)}
        isRunning={isRunning}
        submitLabel="Save changes"
        keepLabel="Discard changes"
        isSaving={update.isPending}
        problem={update.error}
        onSubmit={(input, onError) => {
          const onSuccess = () => {
            toast.success("Campaign changed");
            onClose();
          };
          update.mutate({ campaignId: campaign.id, ...patchOf(input, campaign) }, { onSuccess, onError });
        }}
        onLeave={onClose}
      />
    </>
  );
}
