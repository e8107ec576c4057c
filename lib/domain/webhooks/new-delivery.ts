import type { deliveries } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";
import { newPrefixedId, newUuidId } from "@/lib/platform/ids";

type NewDelivery = {
  webhook: Pick<StoredWebhook, "id" | "partnerId" | "environment">;
  event: { id: string; type: string };
  nextAttemptAt: Date;
  /** The delivery that this one repeats. */
  redeliveryOf?: string | null;
};

/** The row of a delivery that nobody has attempted yet. */
export function newDelivery({ now }: Pick<Ctx, "now">, { webhook, event, nextAttemptAt, redeliveryOf }: NewDelivery) {
  return {
    id: webhook.partnerId === null ? newUuidId("webhook-delivery") : newPrefixedId("whd"),
    eventId: event.id,
    eventType: event.type,
    webhookId: webhook.id,
    partnerId: webhook.partnerId,
    environment: webhook.environment,
    redeliveryOf: redeliveryOf ?? null,
    nextAttemptAt,
    createdAt: now,
    updatedAt: now,
  } satisfies typeof deliveries.$inferInsert;
}
