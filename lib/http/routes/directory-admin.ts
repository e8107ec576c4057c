import * as claims from "@/lib/contract/directory/admin-claims";
import * as clients from "@/lib/contract/directory/admin-clients";
import * as webhooks from "@/lib/contract/directory/admin-webhooks";
import { createClient } from "@/lib/domain/api-clients/administration/create-client";
import { createClientKey } from "@/lib/domain/api-clients/administration/create-client-key";
import { listClientKeys } from "@/lib/domain/api-clients/administration/list-client-keys";
import { listClients } from "@/lib/domain/api-clients/administration/list-clients";
import { revokeClientKey } from "@/lib/domain/api-clients/administration/revoke-client-key";
import { updateClient } from "@/lib/domain/api-clients/administration/update-client";
import { listAuditEvents } from "@/lib/domain/api-clients/audit-events/list-audit-events";
import { getPromotion, promoteClient } from "@/lib/domain/api-clients/promotion/promote-client";
import { getAllUsage } from "@/lib/domain/api-clients/usage/get-all-usage";
import { approveClaim, rejectClaim } from "@/lib/domain/directory/claims/decide-claim";
import { listClaims } from "@/lib/domain/directory/claims/list-claims";
import { createSubscription } from "@/lib/domain/webhooks/directory/create-subscription";
import { enqueueDeliveries } from "@/lib/domain/webhooks/directory/enqueue-deliveries";
import { exportReplayEvidence } from "@/lib/domain/webhooks/directory/export-replay-evidence";
import { getDirectoryDelivery } from "@/lib/domain/webhooks/directory/get-directory-delivery";
import { getSchedulerPlan } from "@/lib/domain/webhooks/directory/get-scheduler-plan";
import { listDirectoryDeliveries } from "@/lib/domain/webhooks/directory/list-directory-deliveries";
import { listSubscriptions } from "@/lib/domain/webhooks/directory/list-subscriptions";
import { replayDirectoryDeliveries } from "@/lib/domain/webhooks/directory/replay-directory-deliveries";
import { retryDirectoryDeliveries } from "@/lib/domain/webhooks/directory/retry-directory-deliveries";
import { runDeliveries } from "@/lib/domain/webhooks/directory/run-deliveries";
import { runScheduler } from "@/lib/domain/webhooks/directory/run-scheduler";
import { updateSubscription } from "@/lib/domain/webhooks/directory/update-subscription";
import { directoryAdminSurface } from "@/lib/http/directory-surface";
import { joinRoutes, routes } from "@/lib/http/route-table";
import { directoryContentRoutes } from "@/lib/http/routes/directory-content";

/** Which verb keeps which promise of the directory's part of the admin API; one table for each group. */
export const directoryAdminRoutes = joinRoutes(
  routes(directoryAdminSurface, [
    [clients.listApiClients, listClients],
    [clients.createApiClient, createClient],
    [clients.updateApiClient, updateClient],
    [clients.listApiClientKeys, listClientKeys],
    [clients.createApiClientKey, createClientKey],
    [clients.revokeApiClientKey, revokeClientKey],
    [clients.getApiClientPromotion, getPromotion],
    [clients.promoteApiClient, promoteClient],
    [clients.getApiUsageAnalytics, getAllUsage],
    [clients.listApiAuditEvents, listAuditEvents],
  ]),
  routes(directoryAdminSurface, [
    [claims.listProviderClaims, listClaims],
    [claims.approveProviderClaim, approveClaim],
    [claims.rejectProviderClaim, rejectClaim],
  ]),
  routes(directoryAdminSurface, [
    [webhooks.listSubscriptions, listSubscriptions],
    [webhooks.createSubscription, createSubscription],
    [webhooks.updateSubscription, updateSubscription],
    [webhooks.listDeliveries, listDirectoryDeliveries],
    [webhooks.getDelivery, getDirectoryDelivery],
    [webhooks.enqueueDeliveries, enqueueDeliveries],
    [webhooks.runDeliveries, runDeliveries],
    [webhooks.retryDeliveries, retryDirectoryDeliveries],
    [webhooks.replayDeliveries, replayDirectoryDeliveries],
    [webhooks.getSchedulerPlan, getSchedulerPlan],
    [webhooks.runScheduler, runScheduler],
    [webhooks.exportReplayEvidence, exportReplayEvidence],
  ]),
  directoryContentRoutes,
);
