import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The campaigns that partners see. */
export const visibleCampaign = () => isOneOf(marketingCampaigns.status, PUBLIC_CAMPAIGN_STATUSES);
