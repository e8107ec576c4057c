"use client";

import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

/** Mounted while the question is open. In production the campaign's name must be typed. */
export function CompleteCampaignDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const complete = useCall(giving.completeCampaign, { refresh: [giving.listCampaigns, giving.getCampaign] });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Complete campaign “${campaign.name}”?`}
      consequence={
        <>
          It ends for good: it can be neither activated nor changed again. Actions that name it are refused with
          CAMPAIGN_NOT_ACTIVE{campaign.isDefault && ", and those that name no campaign give one token a unit"}. Tokens
          it has given stay with their users.
        </>
      }
      confirmLabel="Complete campaign"
      keepLabel="Keep campaign"
      typeToConfirm={campaign.environment === "production" ? campaign.name : undefined}
      loading={complete.isPending}
      error={complete.error && problemSentence(complete.error)}
      onConfirm={() =>
        complete.mutate(
          { campaignId: campaign.id },
          {
            onSuccess: () => {
              toast.success("Campaign completed");
              onClose();
            },
          },
        )
      }
    />
  );
}
