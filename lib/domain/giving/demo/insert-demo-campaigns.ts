import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { activateCampaign } from "@/lib/domain/giving/campaigns/activate-campaign";
import { completeCampaign } from "@/lib/domain/giving/campaigns/complete-campaign";
import { createCampaign } from "@/lib/domain/giving/campaigns/create-campaign";
import { CreateCampaign } from "@/lib/domain/giving/campaigns/schemas";
import { demoCampaigns } from "@/lib/domain/giving/demo/demo-campaigns";
import { newPrefixedId } from "@/lib/platform/ids";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Acme's campaigns, made, started and ended at past times by the product's own verbs. */
export async function insertDemoCampaigns(ctx: InTx<PartnerCtx>): Promise<void> {
  const before = (days: number): PartnerCtx => ({
    ...ctx,
    now: new Date(ctx.now.getTime() - days * DAY_MS),
    requestId: newPrefixedId("req"),
  });
  for (const { input, createdDaysAgo, activatedDaysAgo, completedDaysAgo } of demoCampaigns(ctx.now)) {
    const { id: campaignId } = await createCampaign(before(createdDaysAgo), CreateCampaign.parse(input));
    if (activatedDaysAgo !== undefined) await activateCampaign(before(activatedDaysAgo), { campaignId });
    if (completedDaysAgo !== undefined) await completeCampaign(before(completedDaysAgo), { campaignId });
  }
}
