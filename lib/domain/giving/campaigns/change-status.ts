import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { moveCampaign, settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";
import { lockCampaign } from "@/lib/domain/giving/campaigns/own-campaigns";
import { type CampaignRow, presentCampaign } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, CampaignParams } from "@/lib/domain/giving/campaigns/schemas";
import { canMove } from "@/lib/domain/giving/campaigns/state";
import type { CampaignStatus } from "@/lib/domain/giving/campaigns/statuses";
import { fail } from "@/lib/errors";

/**
 * Brings a campaign into the status somebody asks for. What the clock has decided meanwhile is written down first; one that
 * is there already stays untouched. Fails with `invalid_state_transition` where no way leads.
 */
export async function changeStatus(
  ctx: PartnerCtx,
  { campaignId }: CampaignParams,
  aim: (row: CampaignRow, now: Date) => CampaignStatus,
  requirePossible: (row: CampaignRow, now: Date) => void = () => {},
): Promise<Campaign> {
  return inTransaction(ctx, async (ctx: InTx<PartnerCtx>) => {
    const row = await settleCampaign(ctx, await lockCampaign(ctx, campaignId));
    const to = aim(row, ctx.now);
    if (row.status === to) return presentCampaign(row, ctx.now);
    if (!canMove(row.status, to)) {
      const { status } = row;
      fail("invalid_state_transition", { message: `No way leads from ${status} to ${to}.`, details: { status, to } });
    }
    requirePossible(row, ctx.now);
    const moved = await moveCampaign(ctx, row, to, "MANUAL");
    if (!moved) throw new Error(`campaign ${campaignId} moved although it was locked`);
    return presentCampaign(moved, ctx.now);
  });
}
