import type { webhooks } from "@/db/schema/webhooks";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type WebhookRow = typeof webhooks.$inferSelect;

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
