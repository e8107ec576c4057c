import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  AdSummaryQuery,
  ListPlacementsQuery,
  PlacementList,
  ProviderAdSummary,
} from "@/lib/domain/directory/ads/schemas";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const tag = "Ads";

export const getAdSummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/ad-summary",
  id: "getAdSummary",
  tag,
  summary: "Read a provider's ad summary",
  description:
    "Impressions and clicks of the provider's own creatives by placement, over 30 days up to now unless a period is named. A period that ends before it begins is refused.",
  apiScope: "ads:read",
  audit: { eventType: "partner.providers.ad_summary", subjectType: "ad_reporting" },
  contentRules: {
    aggregateReportingOnly: true,
    providerScopedCreativesOnly: true,
    rawCreativePayloadExcluded: true,
    creativeBodyExcluded: true,
    destinationUrlsExcluded: true,
    visitorContextExcluded: true,
    requestIdsExcluded: true,
    impressionClickRowsExcluded: true,
  },
  params: ProviderParams,
  query: AdSummaryQuery,
  response: ProviderAdSummary,
  errors: ["provider_not_found"],
});

export const listAdPlacements = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/ads/placements",
  id: "listAdPlacements",
  tag,
  summary: "List ad placements",
  description:
    "By key. With includeCreatives each active placement shows what it would deliver to the visitor named; that records no impression, and creatives seen three times within 24 hours are held back.",
  apiScope: "ads:read",
  audit: { eventType: "partner.ads.placements.list", subjectType: "ad_placements" },
  query: ListPlacementsQuery,
  response: PlacementList,
});
