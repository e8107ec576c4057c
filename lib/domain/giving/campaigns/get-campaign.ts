import { and, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownCampaigns } from "@/lib/domain/giving/campaigns/own-campaigns";
import { presentCampaign } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, CampaignParams } from "@/lib/domain/giving/campaigns/schemas";
import { fail } from "@/lib/errors";

/** One campaign of the partner in this environment. */
export async function getCampaign(ctx: PartnerCtx, input: CampaignParams): Promise<Campaign> {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(ownCampaigns(ctx), eq(campaigns.id, input.campaignId)));
  if (!row) fail("campaign_not_found");
  return presentCampaign(row, ctx.now);
}
