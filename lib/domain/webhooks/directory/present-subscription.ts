import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

function statusOf({ deletedAt, isActive }: StoredWebhook): WebhookSubscription["status"] {
  if (deletedAt !== null) return "revoked";
  return isActive ? "active" : "paused";
}

/** A subscription without its secret. */
export function presentSubscription(row: StoredWebhook): WebhookSubscription {
  return {
    id: row.id,
    // The table's checks hold both for every row that has no partner.
    apiClientId: row.apiClientId!,
    targetUrl: row.url,
    eventTypes: row.eventTypes,
    signingSecretPreview: row.secretPreview!,
    status: statusOf(row),
    createdAt: row.createdAt.toISOString(),
  };
}
