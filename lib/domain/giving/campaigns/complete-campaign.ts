import type { PartnerCtx } from "@/lib/domain/context";
import { changeStatus } from "@/lib/domain/giving/campaigns/change-status";
import type { Campaign, CampaignParams } from "@/lib/domain/giving/campaigns/schemas";

/** Ends a campaign for good. */
export function completeCampaign(ctx: PartnerCtx, input: CampaignParams): Promise<Campaign> {
  return changeStatus(ctx, input, () => "COMPLETED");
}
