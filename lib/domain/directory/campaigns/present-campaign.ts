import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { ruleLevelAudience } from "@/lib/domain/directory/campaigns/rule-level-audience";
import type { MarketingCampaign } from "@/lib/domain/directory/campaigns/schemas";
import type { PublicCampaignStatus } from "@/lib/domain/directory/campaigns/statuses";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

/** What is shown of a campaign wherever one is. */
export const campaignColumns = {
  id: marketingCampaigns.id,
  providerId: marketingCampaigns.providerId,
  campaignType: marketingCampaigns.campaignType,
  status: marketingCampaigns.status,
  name: marketingCampaigns.name,
  objective: marketingCampaigns.objective,
  audience: marketingCampaigns.audience,
  channels: marketingCampaigns.channels,
  startsAt: marketingCampaigns.startsAt,
  endsAt: marketingCampaigns.endsAt,
  createdAt: marketingCampaigns.createdAt,
};

type CampaignRow = Pick<typeof marketingCampaigns.$inferSelect, keyof typeof campaignColumns>;

/** A campaign that partners see, its audience as rules alone. */
export function presentCampaign({ startsAt, endsAt, ...row }: CampaignRow): MarketingCampaign {
  return {
    ...omitNulls(row),
    // The condition of visibility leaves no other status.
    status: row.status as PublicCampaignStatus,
    audience: ruleLevelAudience(row.audience),
    ...(startsAt && { startsAt: startsAt.toISOString() }),
    ...(endsAt && { endsAt: endsAt.toISOString() }),
    createdAt: row.createdAt.toISOString(),
  };
}
