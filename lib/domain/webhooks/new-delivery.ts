import type { deliveries } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { newPrefixedId } from "@/lib/platform/ids";

type NewDelivery = {
  webhook: Pick<WebhookRow, "id" | "partnerId" | "environment">;
  event: { id: string; type: string };
  nextAttemptAt: Date;
  /** The delivery that this one repeats. */
  redeliveryOf?: string | null;
};

/** The row of a delivery that nobody has attempted yet. */
export function newDelivery({ now }: Pick<Ctx, "now">, { webhook, event, nextAttemptAt, redeliveryOf }: NewDelivery) {
  return {
    id: newPrefixedId("whd"),
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
