import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { activateCampaign } from "@/lib/domain/giving/campaigns/activate-campaign";
import { completeCampaign } from "@/lib/domain/giving/campaigns/complete-campaign";
import { createCampaign } from "@/lib/domain/giving/campaigns/create-campaign";
import { CreateCampaign } from "@/lib/domain/giving/campaigns/schemas";
import { type DemoCampaign, demoCampaigns } from "@/lib/domain/giving/demo/demo-campaigns";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { newPrefixedId } from "@/lib/platform/ids";

/** A campaign of the demo with its id. */
export type MadeCampaign = DemoCampaign & { id: string };

const daysBefore = (ctx: InTx<PartnerCtx>, days: number): PartnerCtx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() - days * DAY_MS),
  requestId: newPrefixedId("req"),
});

/** Makes and starts Acme's campaigns at past times, by the product's own verbs. */
export async function insertDemoCampaigns(ctx: InTx<PartnerCtx>): Promise<MadeCampaign[]> {
  const made: MadeCampaign[] = [];
  for (const campaign of demoCampaigns(ctx.now)) {
    const { input, createdDaysAgo, activatedDaysAgo } = campaign;
    const { id } = await createCampaign(daysBefore(ctx, createdDaysAgo), CreateCampaign.parse(input));
    if (activatedDaysAgo !== undefined) await activateCampaign(daysBefore(ctx, activatedDaysAgo), { campaignId: id });
    made.push({ ...campaign, id });
  }
  return made;
}

/** Ends those that have ended, once the actions of their time are in. */
export async function completeDemoCampaigns(ctx: InTx<PartnerCtx>, made: readonly MadeCampaign[]): Promise<void> {
  for (const { id: campaignId, completedDaysAgo } of made) {
    if (completedDaysAgo !== undefined) await completeCampaign(daysBefore(ctx, completedDaysAgo), { campaignId });
  }
}
