import type { LoadedCampaign } from "@/lib/domain/giving/campaigns/load-campaigns";
import { isWithinSchedule } from "@/lib/domain/giving/campaigns/schedule";
import { effectiveStatus } from "@/lib/domain/giving/campaigns/state";
import { fail } from "@/lib/errors";

/** What of an action decides which campaign applies. */
export type CampaignChoice = { campaignId?: string | undefined; actionType: string };

type Obstacle = { reason: "STATUS" | "SCHEDULE" | "ACTION_TYPE"; issue: string; [fact: string]: unknown };

/**
 * The campaign of an action (contract 8.4): the one it names, else the default one where it applies, else none. Fails with
 * `campaign_not_found` or `campaign_not_active` for a named one; details say what stands in the way.
 */
export function chooseCampaign(
  campaigns: readonly LoadedCampaign[],
  { campaignId, actionType }: CampaignChoice,
  now: Date,
): LoadedCampaign | null {
  if (campaignId === undefined) {
    const standard = campaigns.find(({ isDefault }) => isDefault);
    return standard && !obstacleTo(standard, actionType, now) ? standard : null;
  }
  const campaign = campaigns.find(({ id }) => id === campaignId);
  if (!campaign) fail("campaign_not_found");
  const obstacle = obstacleTo(campaign, actionType, now);
  if (obstacle) fail("campaign_not_active", { details: { campaignId, ...obstacle } });
  return campaign;
}

function obstacleTo(campaign: LoadedCampaign, actionType: string, now: Date): Obstacle | null {
  // Used up earlier in this transaction: what follows finds it as the next transaction will.
  const status = campaign.state.isExhausted ? "PAUSED" : effectiveStatus(campaign.standing, now);
  if (status !== "ACTIVE") return { reason: "STATUS", issue: `the campaign is ${status.toLowerCase()}`, status };
  if (!isWithinSchedule(campaign.schedule, now)) {
    const { timezone, windows } = campaign.schedule!;
    return { reason: "SCHEDULE", issue: "the campaign's schedule has no window now", timezone, windows };
  }
  if (campaign.actionTypes.includes(actionType)) return null;
  const { actionTypes } = campaign;
  return { reason: "ACTION_TYPE", issue: `the campaign does not cover ${actionType}`, actionType, actionTypes };
}

/** The currencies an action may be in: the campaign's own one, where it names one, else the partner's. */
export function acceptedCurrencies(
  campaign: Pick<LoadedCampaign, "currency"> | null,
  partner: { currencies: readonly string[] },
): readonly string[] {
  return campaign?.currency == null ? partner.currencies : [campaign.currency];
}
