import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { ArticleList, ListArticlesQuery } from "@/lib/domain/directory/newsroom/articles/schemas";
import {
  ListNewslettersQuery,
  NewsletterList,
  ProviderNewsletterSummary,
} from "@/lib/domain/directory/newsroom/newsletters/schemas";
import {
  NewsroomPerformance,
  PerformanceQuery,
  REPORTED_SUBJECTS,
} from "@/lib/domain/directory/newsroom/performance/schemas";
import { NewsroomReadinessAnswer } from "@/lib/domain/directory/newsroom/readiness/schemas";
import { ListSourcesQuery, SourceList } from "@/lib/domain/directory/newsroom/sources/schemas";
import { PUBLIC_NEWSLETTER_STATUSES } from "@/lib/domain/directory/newsroom/statuses";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const tag = "Newsroom";

export const getNewsletterSummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/newsletter-summary",
  id: "getNewsletterSummary",
  tag,
  summary: "Read a provider's newsletter summary",
  description:
    "Newsletters for providers and operators, how their delivery went, and the opens, clicks and leads recorded for this provider. Never a recipient.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.providers.newsletter_summary", subjectType: "newsletter_editions" },
  contentRules: {
    providerScopedNewsletterMetricsOnly: true,
    aggregatePerformanceOnly: true,
    recipientIdentityExcluded: true,
    recipientSegmentsExcluded: true,
    deliveryPayloadPreviewExcluded: true,
    deliveryAttemptIdsExcluded: true,
    rawMetricPayloadsExcluded: true,
  },
  params: ProviderParams,
  response: ProviderNewsletterSummary,
  errors: ["provider_not_found"],
});

export const listArticles = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/newsroom/articles",
  id: "listArticles",
  tag,
  summary: "List published articles",
  description: "The newest first, each with its sources and a preview of its body. Filters ignore case.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.newsroom.articles.list", subjectType: "published_articles" },
  contentRules: {
    status: "published_only",
    attributionRequired: true,
    bodyMode: "preview",
    sourceLinksIncluded: true,
    draftAndPolicyBlockedContentExcluded: true,
  },
  query: ListArticlesQuery,
  response: ArticleList,
});

export const listNewsletters = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/newsroom/newsletters",
  id: "listNewsletters",
  tag,
  summary: "List newsletter editions",
  description: "Approved, scheduled and sent editions with the published articles they link, the latest first.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.newsroom.newsletters.list", subjectType: "newsletter_editions" },
  contentRules: {
    statuses: [...PUBLIC_NEWSLETTER_STATUSES],
    attributionRequired: true,
    recipientDetailsExcluded: true,
    deliveryAttemptsExcluded: true,
  },
  query: ListNewslettersQuery,
  response: NewsletterList,
});

export const getNewsroomPerformance = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/newsroom/performance",
  id: "getNewsroomPerformance",
  tag,
  summary: "Read how content performs",
  description: "Sums of the metrics of published articles and public newsletters, by channel and for the top ten.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.newsroom.performance.summary", subjectType: "content_performance" },
  contentRules: {
    aggregationOnly: true,
    allowedSubjectTypes: [...REPORTED_SUBJECTS],
    rawMetricPayloadExcluded: true,
    recipientDetailsExcluded: true,
    draftAndPolicyBlockedContentExcluded: true,
  },
  query: PerformanceQuery,
  response: NewsroomPerformance,
});

export const getNewsroomReadiness = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/newsroom/readiness",
  id: "getNewsroomReadiness",
  tag,
  summary: "Read the newsroom's readiness",
  description: "Counts of sources, news items, articles and derivatives, what stands in the way, and what to do next.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.newsroom.readiness", subjectType: "newsroom_readiness" },
  contentRules: {
    aggregationOnly: true,
    draftBodiesExcluded: true,
    rawSourceItemsExcluded: true,
    adminReviewNotesExcluded: true,
    policyBlockedCountsOnly: true,
  },
  response: NewsroomReadinessAnswer,
});

export const listSources = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/newsroom/sources",
  id: "listSources",
  tag,
  summary: "List approved content sources",
  description: "By name, with what their authors ask for as attribution.",
  apiScope: "newsroom:read",
  audit: { eventType: "partner.newsroom.sources.list", subjectType: "content_sources" },
  contentRules: {
    approvedSourcesOnly: true,
    pendingSourcesExcluded: true,
    blockedSourcesExcluded: true,
    legalReviewSourcesExcluded: true,
    sourceItemBodiesExcluded: true,
  },
  query: ListSourcesQuery,
  response: SourceList,
});
