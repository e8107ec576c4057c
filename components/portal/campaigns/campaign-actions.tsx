"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { TryActionDialog } from "@/components/portal/actions/try-action-dialog";
import { CompleteCampaignDialog } from "@/components/portal/campaigns/complete-campaign-dialog";
import { useMayWrite } from "@/components/portal/use-may-write";
import { Button } from "@/components/ui/button";
import { DropdownMenu, type MenuEntry } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { ApiError } from "@/lib/client/call";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";
import { CAMPAIGN_TRANSITIONS } from "@/lib/domain/giving/campaigns/statuses";

const CHANGED = { refresh: [giving.listCampaigns, giving.getCampaign] };

export type CampaignActionsProps = {
  campaign: Campaign;
  onEdit: () => void;
  onRefused: (error: ApiError | null) => void;
};

/** Where a campaign can go from here. Nothing for those who may only read. */
export function CampaignActions({ campaign, onEdit, onRefused }: CampaignActionsProps) {
  const [open, setOpen] = useState<"try" | "complete">();
  const may = useMayWrite("campaigns:write");
  const { move, isPending } = useMove(campaign, onRefused);
  const ways = CAMPAIGN_TRANSITIONS[campaign.status];
  if (!may) return null;
  const further: MenuEntry[] = [
    { label: "Try an action", onSelect: () => setOpen("try") },
    "separator",
    { label: "Complete campaign", tone: "danger", onSelect: () => setOpen("complete") },
  ];
  return (
    <>
      {ways.length > 0 && <Button onClick={onEdit}>Edit campaign</Button>}
      {ways.includes("PAUSED") && (
        <Button loading={isPending} onClick={() => move("pause")}>
          Pause campaign
        </Button>
      )}
      {ways.includes("ACTIVE") && campaign.status !== "SCHEDULED" && (
        <Button variant="primary" loading={isPending} onClick={() => move("activate")}>
          Activate campaign
        </Button>
      )}
      {ways.length > 0 && (
        <DropdownMenu
          trigger={<IconButton variant="secondary" label="More actions" icon={<Ellipsis aria-hidden="true" />} />}
          entries={further}
        />
      )}
      {open === "try" && <TryActionDialog campaignId={campaign.id} onClose={() => setOpen(undefined)} />}
      {open === "complete" && <CompleteCampaignDialog campaign={campaign} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function useMove({ id }: Campaign, onRefused: CampaignActionsProps["onRefused"]) {
  const activate = useCall(giving.activateCampaign, CHANGED);
  const pause = useCall(giving.pauseCampaign, CHANGED);
  const move = (where: "activate" | "pause") => {
    onRefused(null);
    (where === "activate" ? activate : pause).mutate(
      { campaignId: id },
      {
        onSuccess: ({ status }) => toast.success(`Campaign ${DONE[status]}`),
        onError: onRefused,
      },
    );
  };
  return { move, isPending: activate.isPending || pause.isPending };
}

const DONE: Record<Campaign["status"], string> = {
  DRAFT: "kept as a draft",
  SCHEDULED: "scheduled",
  ACTIVE: "activated",
  PAUSED: "paused",
  COMPLETED: "completed",
};
