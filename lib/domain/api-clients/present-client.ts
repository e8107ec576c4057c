import type { apiClientKeys, apiClients } from "@/db/schema/api-clients";
import type { ApiClient, ApiKey } from "@/lib/domain/api-clients/schemas";

export type ApiClientRow = typeof apiClients.$inferSelect;
export type ApiClientKeyRow = typeof apiClientKeys.$inferSelect;

export function presentClient(row: ApiClientRow): ApiClient {
  const { id, name, ownerType, ownerId, scopes, sandboxMode, rateLimitPerMinute, status, createdAt } = row;
  return {
    id,
    name,
    ownerType,
    ...(ownerId !== null && { ownerId }),
    scopes,
    sandboxMode,
    rateLimitPerMinute,
    status,
    createdAt: createdAt.toISOString(),
  };
}

export function presentClientKey(row: ApiClientKeyRow): ApiKey {
  const { id, apiClientId, name, keyPreview, status, createdAt, expiresAt, lastUsedAt } = row;
  return {
    id,
    apiClientId,
    name,
    keyPreview,
    status,
    createdAt: createdAt.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  };
}
