import * as usage from "@/lib/contract/directory/usage";
import * as webhooks from "@/lib/contract/directory/webhooks";
import { getOwnUsage } from "@/lib/domain/api-clients/usage/get-own-usage";
import { verifySignature } from "@/lib/domain/webhooks/directory/verify-signature";
import { directorySurface } from "@/lib/http/directory-surface";
import { joinRoutes, routes } from "@/lib/http/route-table";

/** Which verb keeps which promise of the directory API; one table for each group, as its contracts stand. */
export const directoryRoutes = joinRoutes(
  routes(directorySurface, [[usage.getUsage, getOwnUsage]]),
  routes(directorySurface, [[webhooks.verifyWebhookSignature, verifySignature]]),
);
