import type { UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";
import { csvOf } from "@/lib/domain/shared/csv";
import { csvFile, type Download } from "@/lib/domain/shared/download";

const COLUMNS = [
  "api_client_id",
  "name",
  "owner_type",
  "status",
  "requests",
  "allowed",
  "blocked",
  "rate_limited",
  "active_keys",
  "revoked_keys",
  "webhook_subscriptions",
  "webhook_deliveries",
  "last_request_at",
  "top_events",
  "retention_cutoff",
  "retention_candidates",
  "purge_status",
] as const;

/** The same analytics as a file, one row for each client (contract 5.26). */
export function usageCsv({ clients, windowDays, generatedAt, retentionPolicy }: UsageAnalytics): Download {
  const rows = clients.map((client) => ({
    api_client_id: client.apiClientId,
    name: client.name,
    owner_type: client.ownerType,
    status: client.status,
    requests: client.requests,
    allowed: client.allowed,
    blocked: client.blocked,
    rate_limited: client.rateLimited,
    active_keys: client.activeKeys,
    revoked_keys: client.revokedKeys,
    webhook_subscriptions: client.webhookSubscriptions,
    webhook_deliveries: client.webhookDeliveries,
    last_request_at: client.lastRequestAt,
    top_events: client.topEvents.map(({ eventType, count }) => `${eventType}:${count}`).join("|"),
    retention_cutoff: retentionPolicy.retentionCutoff,
    retention_candidates: retentionPolicy.retentionCandidates,
    purge_status: retentionPolicy.purgeStatus,
  }));
  return csvFile(`senior-guru-api-usage-${windowDays}d-${generatedAt.slice(0, 10)}.csv`, csvOf(COLUMNS, rows));
}
