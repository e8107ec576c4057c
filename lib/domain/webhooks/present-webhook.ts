import type { webhooks } from "@/db/schema/webhooks";
import type { Environment } from "@/lib/domain/shared/schemas";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

/** A row of either kind: a partner's endpoint, or an API client's subscription to the directory. */
export type StoredWebhook = typeof webhooks.$inferSelect;
/** A partner's endpoint. */
export type WebhookRow = StoredWebhook & { partnerId: string; environment: Environment };

export function isPartners(row: StoredWebhook): row is WebhookRow {
  return row.partnerId !== null && row.environment !== null;
}

/** The row as a partner's, for queries that named the partner. */
export function asPartners(row: StoredWebhook): WebhookRow {
  if (!isPartners(row)) throw new Error("A webhook that a query found by its partner has none.");
  return row;
}

const MASK = "••••";

/** A webhook without its secret, and with the names of its headers only. */
export function presentWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    eventTypes: row.eventTypes,
    receiveAllEvents: row.receiveAllEvents,
    headers: Object.fromEntries(row.headerNames.map((name) => [name, MASK])),
    isActive: row.isActive,
    environment: row.environment,
    consecutiveFailures: row.consecutiveFailures,
    disabledReason: row.disabledReason,
    lastDeliveryAt: row.lastDeliveryAt?.toISOString() ?? null,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
