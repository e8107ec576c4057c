import type { PartnerCtx } from "@/lib/domain/context";
import { changeStatus } from "@/lib/domain/giving/campaigns/change-status";
import type { Campaign, CampaignParams } from "@/lib/domain/giving/campaigns/schemas";

/** Stops a campaign that runs or waits for its start, until it is activated again. */
export function pauseCampaign(ctx: PartnerCtx, input: CampaignParams): Promise<Campaign> {
  return changeStatus(ctx, input, () => "PAUSED");
}
