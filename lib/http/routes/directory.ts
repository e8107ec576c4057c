import * as claims from "@/lib/contract/directory/claims";
import * as usage from "@/lib/contract/directory/usage";
import { getOwnUsage } from "@/lib/domain/api-clients/usage/get-own-usage";
import { getClaim } from "@/lib/domain/directory/claims/get-claim";
import { submitClaim } from "@/lib/domain/directory/claims/submit-claim";
import { submitEvidence } from "@/lib/domain/directory/claims/submit-evidence";
import { directorySurface } from "@/lib/http/directory-surface";
import { joinRoutes, routes } from "@/lib/http/route-table";
import { documentRoutes } from "@/lib/http/routes/directory-documents";

/** Which verb keeps which promise of the directory API; one table for each group, as its contracts stand. */
export const directoryRoutes = joinRoutes(
  routes(directorySurface, [
    [claims.submitClaim, submitClaim],
    [claims.getClaim, getClaim],
    [claims.submitEvidence, submitEvidence],
  ]),
  routes(directorySurface, [[usage.getUsage, getOwnUsage]]),
  documentRoutes,
);
