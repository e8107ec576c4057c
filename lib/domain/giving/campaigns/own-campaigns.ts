import { and, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import type { CampaignRow } from "@/lib/domain/giving/campaigns/present-campaign";
import { fail } from "@/lib/errors";

/** The campaigns the caller may name. */
export function ownCampaigns(ctx: PartnerCtx) {
  return and(eq(campaigns.partnerId, ctx.partner.id), eq(campaigns.environment, ctx.environment));
}

/** The caller's campaign, which nobody else changes or spends of until the commit. Fails with `campaign_not_found`. */
export async function lockCampaign(ctx: InTx<PartnerCtx>, campaignId: string): Promise<CampaignRow> {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(ownCampaigns(ctx), eq(campaigns.id, campaignId)))
    .for("no key update");
  return row ?? fail("campaign_not_found");
}
