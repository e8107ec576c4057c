import * as aggregation from "@/lib/contract/directory/aggregation";
import * as claims from "@/lib/contract/directory/claims";
import * as events from "@/lib/contract/directory/events";
import * as providers from "@/lib/contract/directory/providers";
import * as usage from "@/lib/contract/directory/usage";
import { getOwnUsage } from "@/lib/domain/api-clients/usage/get-own-usage";
import { getAggregationReadiness } from "@/lib/domain/directory/aggregation/get-aggregation-readiness";
import { getClaim } from "@/lib/domain/directory/claims/get-claim";
import { submitClaim } from "@/lib/domain/directory/claims/submit-claim";
import { submitEvidence } from "@/lib/domain/directory/claims/submit-evidence";
import { getEventAnalytics } from "@/lib/domain/directory/events/get-event-analytics";
import { getEventSummary } from "@/lib/domain/directory/events/get-event-summary";
import { listEvents } from "@/lib/domain/directory/events/list-events";
import { getProvider } from "@/lib/domain/directory/providers/get-provider";
import { getProviderVisibility } from "@/lib/domain/directory/providers/get-provider-visibility";
import { listProviders } from "@/lib/domain/directory/providers/list-providers";
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
    [claims.submitClaim, submitClaim],
    [claims.getClaim, getClaim],
    [claims.submitEvidence, submitEvidence],
  ]),
  routes(directorySurface, [[usage.getUsage, getOwnUsage]]),
  documentRoutes,
);
