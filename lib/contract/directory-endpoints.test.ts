import { expect, test } from "vitest";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";

type Promised = [operation: string, scope: string, eventType: string, subjectType: string, rules?: string];

/** Section 5 of the contract, said again from it: scope, audit event, subject, and what `contentRules` states, in order. */
const PROMISED: Promised[] = [
  ["GET /providers", "providers:read", "providers.list", "providers"],
  [
    ...(["GET /providers/:id", "providers:read", "providers.detail", "providers"] as const),
    "approvedProviderStatusesOnly sourceProvenanceIncluded internalAdminNotesExcluded claimVerificationEvidenceExcluded",
  ],
  [
    ...(["GET /providers/:id/visibility", "providers:read", "providers.visibility", "providers"] as const),
    "aggregateScoresOnly activeEntitlementKeysExcluded internalActionUrlsExcluded adminAuditEvidenceExcluded claimVerificationEvidenceExcluded",
  ],
  [
    "GET /providers/:id/reputation-readiness",
    ...(["reviews:read", "providers.reputation_readiness", "reviews"] as const),
    "aggregateReadinessOnly reviewerIdentityExcluded reviewModerationNotesExcluded requestRecipientDetailsExcluded claimVerificationEvidenceExcluded internalActionUrlsExcluded",
  ],
  [
    ...(["GET /providers/:id/review-summary", "reviews:read", "providers.review_summary", "reviews"] as const),
    "aggregateSummaryOnly publishedReviewsOnly reviewerIdentityExcluded reviewBodyExcluded moderationStatusExcluded moderationNotesExcluded requestRecipientDetailsExcluded",
  ],
  [
    ...(["GET /providers/:id/event-summary", "events:read", "providers.event_summary", "events"] as const),
    "providerScopedEventsOnly aggregateAnalyticsOnly attendeeNamesExcluded attendeeEmailsExcluded attendeePhonesExcluded consentPayloadsExcluded perRsvpRowsExcluded",
  ],
  [
    "GET /providers/:id/community-summary",
    ...(["community:read", "providers.community_summary", "community_posts"] as const),
    "providerScopedPublishedPostsOnly sponsorshipDisclosuresPreserved authorIdentityExcluded bodyTextExcluded moderationStatusExcluded commentsExcluded memberIdentityExcluded",
  ],
  [
    ...(["GET /providers/:id/ad-summary", "ads:read", "providers.ad_summary", "ad_reporting"] as const),
    "aggregateReportingOnly providerScopedCreativesOnly rawCreativePayloadExcluded creativeBodyExcluded destinationUrlsExcluded visitorContextExcluded requestIdsExcluded impressionClickRowsExcluded",
  ],
  [
    "GET /providers/:id/campaign-summary",
    ...(["campaigns:read", "providers.campaign_summary", "marketing_campaigns"] as const),
    "providerScopedCampaignsOnly aggregateMetricsOnly blockedCampaignContentExcluded campaignAudiencePayloadExcluded assetBodyExcluded assetPayloadExcluded metricPayloadExcluded rowLevelMetricRecordsExcluded",
  ],
  [
    "GET /providers/:id/newsletter-summary",
    ...(["newsroom:read", "providers.newsletter_summary", "newsletter_editions"] as const),
    "providerScopedNewsletterMetricsOnly aggregatePerformanceOnly recipientIdentityExcluded recipientSegmentsExcluded deliveryPayloadPreviewExcluded deliveryAttemptIdsExcluded rawMetricPayloadsExcluded",
  ],
  ["GET /events", "events:read", "events.list", "events"],
  [
    ...(["GET /events/:id/analytics", "events:read", "events.analytics", "events"] as const),
    "aggregationOnly attendeeNamesExcluded attendeeEmailsExcluded attendeePhonesExcluded consentPayloadsExcluded",
  ],
  ["GET /reviews", "reviews:read", "reviews.list", "reviews"],
  ["GET /community/posts", "community:read", "community.posts.list", "community_posts"],
  [
    ...(["GET /newsroom/articles", "newsroom:read", "newsroom.articles.list", "published_articles"] as const),
    "status attributionRequired bodyMode sourceLinksIncluded draftAndPolicyBlockedContentExcluded",
  ],
  [
    ...(["GET /newsroom/newsletters", "newsroom:read", "newsroom.newsletters.list", "newsletter_editions"] as const),
    "statuses attributionRequired recipientDetailsExcluded deliveryAttemptsExcluded",
  ],
  [
    ...(["GET /newsroom/performance", "newsroom:read", "newsroom.performance.summary", "content_performance"] as const),
    "aggregationOnly allowedSubjectTypes rawMetricPayloadExcluded recipientDetailsExcluded draftAndPolicyBlockedContentExcluded",
  ],
  [
    ...(["GET /newsroom/readiness", "newsroom:read", "newsroom.readiness", "newsroom_readiness"] as const),
    "aggregationOnly draftBodiesExcluded rawSourceItemsExcluded adminReviewNotesExcluded policyBlockedCountsOnly",
  ],
  [
    ...(["GET /newsroom/sources", "newsroom:read", "newsroom.sources.list", "content_sources"] as const),
    "approvedSourcesOnly pendingSourcesExcluded blockedSourcesExcluded legalReviewSourcesExcluded sourceItemBodiesExcluded",
  ],
  ["GET /ads/placements", "ads:read", "ads.placements.list", "ad_placements"],
  [
    ...(["GET /aggregation/readiness", "providers:read", "aggregation.readiness", "aggregation_readiness"] as const),
    "aggregateReadinessOnly sourceIdsExcluded sourceBaseUrlsExcluded sourceTermsNotesExcluded sourceQueueRowsExcluded importBatchRowsExcluded crawlJobRowsExcluded qualityFlagRowsExcluded policyDecisionExcluded",
  ],
  ["GET /campaigns", "campaigns:read", "campaigns.list", "marketing_campaigns"],
  ["POST /claims", "claims:write", "claims.submit", "provider_claim"],
  ["GET /claims/:id", "claims:write", "claims.status", "provider_claim"],
  [
    "POST /claims/:id/verification-evidence",
    ...(["claims:write", "claims.verification_evidence", "provider_claim"] as const),
    "claimantEmailMatchRequired attestationRequired verificationAttemptIdExcluded verificationTargetExcluded rawAttemptPayloadExcluded rawEvidencePayloadExcluded policyDecisionExcluded",
  ],
  ["GET /usage", "usage:read", "usage.summary", "api_usage"],
  ["POST /webhooks/verify", "webhooks:write", "webhook_signature.verify", "webhook_signature"],
];

/** Rules that say what instead of that; the others are all true. */
const SPOKEN = new Set(["status", "statuses", "bodyMode", "allowedSubjectTypes"]);

const scoped = directoryEndpoints.filter(({ auth }) => auth === "scoped");
const operationOf = ({ method, path }: (typeof scoped)[number]) => `${method} ${path.replace("/api/v1/partner", "")}`;

test("the contract names every operation behind a key", () => {
  expect(scoped.map(operationOf).toSorted()).toEqual(PROMISED.map(([operation]) => operation).toSorted());
});

test.each(PROMISED)("%s needs %s and is logged as %s", (operation, scope, eventType, subjectType, rules) => {
  const endpoint = scoped.find((each) => operationOf(each) === operation)!;
  expect(endpoint.apiScope).toBe(scope);
  expect(endpoint.audit).toEqual({ eventType: `partner.${eventType}`, subjectType });
  expect(endpoint.contentRules && Object.keys(endpoint.contentRules).join(" ")).toBe(rules);
  const stated = Object.entries(endpoint.contentRules ?? {}).filter(([rule]) => !SPOKEN.has(rule));
  expect(stated.filter(([, value]) => value !== true)).toEqual([]);
});
