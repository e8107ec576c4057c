import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { AggregationReadiness } from "@/lib/domain/directory/aggregation/schemas";

export const getAggregationReadiness = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/aggregation/readiness",
  id: "getAggregationReadiness",
  tag: "Aggregation",
  summary: "Read how far aggregation is",
  description: "Sources, imports, crawls and quality in counts, what stands in the way, and what to do next.",
  apiScope: "providers:read",
  audit: { eventType: "partner.aggregation.readiness", subjectType: "aggregation_readiness" },
  contentRules: {
    aggregateReadinessOnly: true,
    sourceIdsExcluded: true,
    sourceBaseUrlsExcluded: true,
    sourceTermsNotesExcluded: true,
    sourceQueueRowsExcluded: true,
    importBatchRowsExcluded: true,
    crawlJobRowsExcluded: true,
    qualityFlagRowsExcluded: true,
    policyDecisionExcluded: true,
  },
  response: AggregationReadiness,
});
