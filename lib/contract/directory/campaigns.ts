import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  ListMarketingCampaignsQuery,
  MarketingCampaignList,
  ProviderCampaignSummary,
} from "@/lib/domain/directory/campaigns/schemas";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const tag = "Campaigns";

export const getCampaignSummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/campaign-summary",
  id: "getCampaignSummary",
  tag,
  summary: "Read a provider's campaign summary",
  description:
    "All of the provider's campaigns, assets and metrics in sums, and the newest ten campaigns that are public.",
  apiScope: "campaigns:read",
  audit: { eventType: "partner.providers.campaign_summary", subjectType: "marketing_campaigns" },
  contentRules: {
    providerScopedCampaignsOnly: true,
    aggregateMetricsOnly: true,
    blockedCampaignContentExcluded: true,
    campaignAudiencePayloadExcluded: true,
    assetBodyExcluded: true,
    assetPayloadExcluded: true,
    metricPayloadExcluded: true,
    rowLevelMetricRecordsExcluded: true,
  },
  params: ProviderParams,
  response: ProviderCampaignSummary,
  errors: ["provider_not_found"],
});

export const listMarketingCampaigns = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/campaigns",
  id: "listMarketingCampaigns",
  tag,
  summary: "List public marketing campaigns",
  description:
    "The last changed first; published ones unless another public status is named. includeMetrics adds sums over every public campaign of the provider named, or of all providers.",
  apiScope: "campaigns:read",
  audit: { eventType: "partner.campaigns.list", subjectType: "marketing_campaigns" },
  query: ListMarketingCampaignsQuery,
  response: MarketingCampaignList,
});
