import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  ListProvidersQuery,
  ProviderDetail,
  ProviderList,
  ProviderParams,
  ProviderVisibility,
} from "@/lib/domain/directory/providers/schemas";

const tag = "Providers";

export const listProviders = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers",
  id: "listProviders",
  tag,
  summary: "List providers",
  description: "By name. Only listings that were checked are shown, each with where its facts come from.",
  apiScope: "providers:read",
  audit: { eventType: "partner.providers.list", subjectType: "providers" },
  query: ListProvidersQuery,
  response: ProviderList,
});

export const getProvider = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id",
  id: "getProvider",
  tag,
  summary: "Read a provider",
  description: "By id or slug; `meta.lookup` says what was found.",
  apiScope: "providers:read",
  audit: { eventType: "partner.providers.detail", subjectType: "providers" },
  contentRules: {
    approvedProviderStatusesOnly: true,
    sourceProvenanceIncluded: true,
    internalAdminNotesExcluded: true,
    claimVerificationEvidenceExcluded: true,
  },
  params: ProviderParams,
  response: ProviderDetail,
  errors: ["provider_not_found"],
});

export const getProviderVisibility = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/visibility",
  id: "getProviderVisibility",
  tag,
  summary: "Read a provider's visibility readiness",
  description: "Scores of profile, discovery, reputation and growth, what is missing, and what to do next.",
  apiScope: "providers:read",
  audit: { eventType: "partner.providers.visibility", subjectType: "providers" },
  contentRules: {
    aggregateScoresOnly: true,
    activeEntitlementKeysExcluded: true,
    internalActionUrlsExcluded: true,
    adminAuditEvidenceExcluded: true,
    claimVerificationEvidenceExcluded: true,
  },
  params: ProviderParams,
  response: ProviderVisibility,
  errors: ["provider_not_found"],
});
