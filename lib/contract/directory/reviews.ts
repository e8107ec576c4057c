import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import {
  ListReviewsQuery,
  ProviderReputationReadiness,
  ProviderReviewSummary,
  ReviewList,
} from "@/lib/domain/directory/reviews/schemas";

const tag = "Reviews";

export const getReputationReadiness = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/reputation-readiness",
  id: "getReputationReadiness",
  tag,
  summary: "Read a provider's reputation readiness",
  description:
    "Counts of reviews, review request campaigns and requests, what stands in the way, and what to do next. Never a reviewer or a recipient.",
  apiScope: "reviews:read",
  audit: { eventType: "partner.providers.reputation_readiness", subjectType: "reviews" },
  contentRules: {
    aggregateReadinessOnly: true,
    reviewerIdentityExcluded: true,
    reviewModerationNotesExcluded: true,
    requestRecipientDetailsExcluded: true,
    claimVerificationEvidenceExcluded: true,
    internalActionUrlsExcluded: true,
  },
  params: ProviderParams,
  response: ProviderReputationReadiness,
  errors: ["provider_not_found"],
});

export const getReviewSummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/review-summary",
  id: "getReviewSummary",
  tag,
  summary: "Read a provider's review summary",
  description:
    "Ratings, sources and sentiment of the provider's published reviews, in sums. Never a text or an author.",
  apiScope: "reviews:read",
  audit: { eventType: "partner.providers.review_summary", subjectType: "reviews" },
  contentRules: {
    aggregateSummaryOnly: true,
    publishedReviewsOnly: true,
    reviewerIdentityExcluded: true,
    reviewBodyExcluded: true,
    moderationStatusExcluded: true,
    moderationNotesExcluded: true,
    requestRecipientDetailsExcluded: true,
  },
  params: ProviderParams,
  response: ProviderReviewSummary,
  errors: ["provider_not_found"],
});

export const listReviews = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/reviews",
  id: "listReviews",
  tag,
  summary: "List published reviews",
  description: "The newest first. A provider that is unknown or not public has none.",
  apiScope: "reviews:read",
  audit: { eventType: "partner.reviews.list", subjectType: "reviews" },
  query: ListReviewsQuery,
  response: ReviewList,
});
