import { z } from "zod";
import { COMPLIANCE, OPERATORS } from "@/lib/contract/admin/roles";
import { directoryAdminEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { PromoteClient, Promotion, PromotionQuery } from "@/lib/domain/api-clients/promotion/schemas";
import {
  ApiAuditEvent,
  ApiClient,
  ApiKey,
  ClientKeyParams,
  ClientParams,
  CreateApiClient,
  CreateApiKey,
  CreatedApiKey,
  RevokeApiKey,
  UpdateApiClient,
} from "@/lib/domain/api-clients/schemas";
import { AllUsageQuery, UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";

/** Admin API: clients of the directory API, their keys, evidence and promotion (directory contract 8). */

const CLIENTS = "/api/v1/admin/api-clients";

export const listApiClients = directoryAdminEndpoint({
  method: "GET",
  path: CLIENTS,
  id: "listApiClients",
  tag: "Open API operations",
  summary: "List the API clients, newest first",
  response: z.object({ data: z.array(ApiClient) }),
});

export const createApiClient = directoryAdminEndpoint({
  method: "POST",
  path: CLIENTS,
  id: "createApiClient",
  tag: "Open API operations",
  summary: "Create an API client in sandbox mode",
  description:
    "It goes live by production promotion only. A client whose owner is a partner here is served while that partner is active.",
  roles: OPERATORS,
  body: CreateApiClient,
  response: z.object({ data: ApiClient }),
  status: 201,
});

export const updateApiClient = directoryAdminEndpoint({
  method: "PATCH",
  path: `${CLIENTS}/:id`,
  id: "updateApiClient",
  tag: "Open API operations",
  summary: "Change a client's name, status, scopes or rate limit",
  description: "Holds before the answer. `revoked` is final.",
  roles: OPERATORS,
  params: ClientParams,
  body: UpdateApiClient,
  response: z.object({ data: ApiClient }),
  errors: ["api_client_not_found", "client_revoked"],
});

export const listApiClientKeys = directoryAdminEndpoint({
  method: "GET",
  path: `${CLIENTS}/:id/keys`,
  id: "listApiClientKeys",
  tag: "Open API operations",
  summary: "List a client's keys, newest first",
  params: ClientParams,
  response: z.object({ data: z.array(ApiKey) }),
  errors: ["api_client_not_found"],
});

export const createApiClientKey = directoryAdminEndpoint({
  method: "POST",
  path: `${CLIENTS}/:id/keys`,
  id: "createApiClientKey",
  tag: "Open API operations",
  summary: "Create a key; its secret is in this answer only",
  roles: OPERATORS,
  params: ClientParams,
  body: CreateApiKey,
  response: z.object({ data: CreatedApiKey }),
  status: 201,
  errors: ["api_client_not_found", "client_revoked"],
});

export const revokeApiClientKey = directoryAdminEndpoint({
  method: "POST",
  path: `${CLIENTS}/:id/keys/:keyId/revoke`,
  id: "revokeApiClientKey",
  tag: "Open API operations",
  summary: "Revoke a key for good",
  description: "When the answer is there, no process accepts the key.",
  roles: OPERATORS,
  params: ClientKeyParams,
  body: RevokeApiKey,
  response: z.object({ data: ApiKey }),
  errors: ["api_client_not_found"],
});

export const getApiClientPromotion = directoryAdminEndpoint({
  method: "GET",
  path: `${CLIENTS}/:id/production-promotion`,
  id: "getApiClientPromotion",
  tag: "Open API operations",
  summary: "Read what speaks for and against a client's promotion",
  description: "As a review would say it now; nothing is recorded. Portico's own addition to the contract.",
  params: ClientParams,
  query: PromotionQuery,
  response: z.object({ data: Promotion }),
  readsUsage: true,
  errors: ["api_client_not_found"],
});

export const promoteApiClient = directoryAdminEndpoint({
  method: "POST",
  path: `${CLIENTS}/:id/production-promotion`,
  id: "promoteApiClient",
  tag: "Open API operations",
  summary: "Review a client for production, and promote it with the owner's approval",
  description:
    "A dry run unless `ownerApproved`. With blockers nothing changes; each is named. The review is recorded.",
  roles: COMPLIANCE,
  params: ClientParams,
  body: PromoteClient,
  response: z.object({ data: Promotion }),
  readsUsage: true,
  errors: ["api_client_not_found"],
});

export const getApiUsageAnalytics = directoryAdminEndpoint({
  method: "GET",
  path: "/api/v1/admin/api-usage-analytics",
  id: "getApiUsageAnalytics",
  tag: "Open API operations",
  summary: "Read usage over all clients or one, as JSON or CSV",
  query: AllUsageQuery,
  response: z.object({ data: UsageAnalytics }),
  readsUsage: true,
  errors: ["api_client_not_found"],
});

export const listApiAuditEvents = directoryAdminEndpoint({
  method: "GET",
  path: "/api/v1/admin/api-audit-events",
  id: "listApiAuditEvents",
  tag: "Open API operations",
  summary: "List the newest 100 attempted calls and acts on clients",
  query: AllUsageQuery.pick({ apiClientId: true }),
  response: z.object({ data: z.array(ApiAuditEvent) }),
  readsUsage: true,
});
