import type { CampaignFigures } from "@/lib/domain/directory/campaigns/schemas";

const READY = "Campaigns, assets and lead tracking are in place: keep watching the figures.";

/** What would bring the campaigns on, most urgent first (contract 5.9). */
export function nextCampaignActions({ campaigns, assets, metrics }: CampaignFigures): string[] {
  if (campaigns.total === 0) return ["Create a first marketing campaign."];
  const actions = [
    campaigns.published === 0 && "Publish a campaign, so that it can reach families.",
    assets.draft > 0 && "Review the draft assets and approve or reject them.",
    metrics.leads === 0 && "Connect lead tracking, so that leads are counted.",
  ].filter((action) => action !== false);
  return actions.length > 0 ? actions : [READY];
}
