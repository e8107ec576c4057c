import type { deliveries, deliveryAttempts } from "@/db/schema/webhooks";
import type { Delivery } from "@/lib/domain/webhooks/schemas";

export type DeliveryRow = typeof deliveries.$inferSelect;
export type AttemptRow = typeof deliveryAttempts.$inferSelect;

/** A delivery with its attempts, in the order in which they were made. */
export function presentDelivery(row: DeliveryRow, attempts: AttemptRow[]): Delivery {
  return {
    id: row.id,
    eventId: row.eventId,
    eventType: row.eventType,
    webhookId: row.webhookId,
    status: row.status,
    attempts: attempts
      .toSorted((a, b) => a.n - b.n)
      .map(({ n, at, httpStatus, durationMs, error, responseSnippet }) => ({
        n,
        at: at.toISOString(),
        httpStatus,
        durationMs,
        error,
        responseSnippet,
      })),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
