import * as clientsApi from "@/lib/contract/directory/admin-clients";

/** What shows a client or judges it, and so is read again after every change to it. */
export const CLIENT_READS = [
  clientsApi.listApiClients,
  clientsApi.listApiClientKeys,
  clientsApi.getApiUsageAnalytics,
  clientsApi.listApiAuditEvents,
  clientsApi.getApiClientPromotion,
];
