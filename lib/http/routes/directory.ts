import * as ads from "@/lib/contract/directory/ads";
import * as aggregation from "@/lib/contract/directory/aggregation";
import * as campaigns from "@/lib/contract/directory/campaigns";
import * as claims from "@/lib/contract/directory/claims";
import * as community from "@/lib/contract/directory/community";
import * as events from "@/lib/contract/directory/events";
import * as newsroom from "@/lib/contract/directory/newsroom";
import * as providers from "@/lib/contract/directory/providers";
import * as reviews from "@/lib/contract/directory/reviews";
import * as usage from "@/lib/contract/directory/usage";
import * as webhooks from "@/lib/contract/directory/webhooks";
import { getOwnUsage } from "@/lib/domain/api-clients/usage/get-own-usage";
import { getAdSummary } from "@/lib/domain/directory/ads/get-ad-summary";
import { listAdPlacements } from "@/lib/domain/directory/ads/list-ad-placements";
import { getAggregationReadiness } from "@/lib/domain/directory/aggregation/get-aggregation-readiness";
import { getCampaignSummary } from "@/lib/domain/directory/campaigns/get-campaign-summary";
import { listMarketingCampaigns } from "@/lib/domain/directory/campaigns/list-marketing-campaigns";
import { getClaim } from "@/lib/domain/directory/claims/get-claim";
import { submitClaim } from "@/lib/domain/directory/claims/submit-claim";
import { submitEvidence } from "@/lib/domain/directory/claims/submit-evidence";
import { getCommunitySummary } from "@/lib/domain/directory/community/get-community-summary";
import { listCommunityPosts } from "@/lib/domain/directory/community/list-community-posts";
import { getEventAnalytics } from "@/lib/domain/directory/events/get-event-analytics";
import { getEventSummary } from "@/lib/domain/directory/events/get-event-summary";
import { listEvents } from "@/lib/domain/directory/events/list-events";
import { listArticles } from "@/lib/domain/directory/newsroom/articles/list-articles";
import { getNewsletterSummary } from "@/lib/domain/directory/newsroom/newsletters/get-newsletter-summary";
import { listNewsletters } from "@/lib/domain/directory/newsroom/newsletters/list-newsletters";
import { getNewsroomPerformance } from "@/lib/domain/directory/newsroom/performance/get-newsroom-performance";
import { getNewsroomReadiness } from "@/lib/domain/directory/newsroom/readiness/get-newsroom-readiness";
import { listSources } from "@/lib/domain/directory/newsroom/sources/list-sources";
import { getProvider } from "@/lib/domain/directory/providers/get-provider";
import { getProviderVisibility } from "@/lib/domain/directory/providers/get-provider-visibility";
import { listProviders } from "@/lib/domain/directory/providers/list-providers";
import { getReputationReadiness } from "@/lib/domain/directory/reviews/get-reputation-readiness";
import { getReviewSummary } from "@/lib/domain/directory/reviews/get-review-summary";
import { listReviews } from "@/lib/domain/directory/reviews/list-reviews";
import { verifySignature } from "@/lib/domain/webhooks/directory/verify-signature";
import { directorySurface } from "@/lib/http/directory-surface";
import { joinRoutes, routes } from "@/lib/http/route-table";
import { documentRoutes } from "@/lib/http/routes/directory-documents";

/** Which verb keeps which promise of the directory API; one table for each group, as its contracts stand. */
export const directoryRoutes = joinRoutes(
  routes(directorySurface, [
    [providers.listProviders, listProviders],
    [providers.getProvider, getProvider],
    [providers.getProviderVisibility, getProviderVisibility],
  ]),
  routes(directorySurface, [
    [events.getEventSummary, getEventSummary],
    [events.listEvents, listEvents],
    [events.getEventAnalytics, getEventAnalytics],
  ]),
  routes(directorySurface, [[aggregation.getAggregationReadiness, getAggregationReadiness]]),
  routes(directorySurface, [
    [reviews.getReputationReadiness, getReputationReadiness],
    [reviews.getReviewSummary, getReviewSummary],
    [reviews.listReviews, listReviews],
  ]),
  routes(directorySurface, [
    [community.getCommunitySummary, getCommunitySummary],
    [community.listCommunityPosts, listCommunityPosts],
  ]),
  routes(directorySurface, [
    [newsroom.getNewsletterSummary, getNewsletterSummary],
    [newsroom.listArticles, listArticles],
    [newsroom.listNewsletters, listNewsletters],
    [newsroom.getNewsroomPerformance, getNewsroomPerformance],
    [newsroom.getNewsroomReadiness, getNewsroomReadiness],
    [newsroom.listSources, listSources],
  ]),
  routes(directorySurface, [
    [ads.getAdSummary, getAdSummary],
    [ads.listAdPlacements, listAdPlacements],
  ]),
  routes(directorySurface, [
    [campaigns.getCampaignSummary, getCampaignSummary],
    [campaigns.listMarketingCampaigns, listMarketingCampaigns],
  ]),
  routes(directorySurface, [
    [claims.submitClaim, submitClaim],
    [claims.getClaim, getClaim],
    [claims.submitEvidence, submitEvidence],
  ]),
  routes(directorySurface, [[usage.getUsage, getOwnUsage]]),
  routes(directorySurface, [[webhooks.verifyWebhookSignature, verifySignature]]),
  documentRoutes,
);
