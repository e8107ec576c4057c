import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { deliveries, events } from "@/db/schema/webhooks";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import type { DeliveryStatus, ReplayDeliveries } from "@/lib/domain/webhooks/schemas";

/** An event to be sent again, by when it counts, and the delivery that is repeated, if there was any. */
export type Replayable = { event: { id: string; type: string }; lastDeliveryId: string | null; at: Date };

type Wanted = ReplayDeliveries & { limit: number };

const NOT_ARRIVED: DeliveryStatus[] = ["FAILED", "EXHAUSTED", "CANCELED"];

/** What a replay to this webhook would send, oldest first. Tests are samples, and what is pending is on its way. */
export function findReplayable(ctx: InTx<PartnerCtx>, webhook: WebhookRow, wanted: Wanted): Promise<Replayable[]> {
  return wanted.failedSince
    ? findFailed(ctx, webhook, { ...wanted, failedSince: wanted.failedSince })
    : findOfRange(ctx, webhook, wanted);
}

function ofWebhook({ id, partnerId, environment }: WebhookRow): SQL {
  return and(
    eq(deliveries.webhookId, id),
    eq(deliveries.partnerId, partnerId),
    eq(deliveries.environment, environment),
  )!;
}

/** Nothing of this event is on its way to the webhook; the test calls are no events of the partner's. */
function isAtRest(ctx: InTx<PartnerCtx>, webhook: WebhookRow): SQL {
  const pending = alias(deliveries, "pending");
  const onItsWay = ctx.db
    .select({ one: sql`1` })
    .from(pending)
    .where(and(eq(pending.eventId, events.id), eq(pending.webhookId, webhook.id), eq(pending.status, "PENDING")));
  return and(eq(events.partnerId, webhook.partnerId), eq(events.isTest, false), notExists(onItsWay))!;
}

async function findFailed(
  ctx: InTx<PartnerCtx>,
  webhook: WebhookRow,
  { failedSince, eventTypes, limit }: Wanted & { failedSince: Date },
): Promise<Replayable[]> {
  const last = ctx.db
    .selectDistinctOn([deliveries.eventId], {
      id: deliveries.id,
      eventId: deliveries.eventId,
      status: deliveries.status,
      createdAt: deliveries.createdAt,
    })
    .from(deliveries)
    .where(and(ofWebhook(webhook), gte(deliveries.createdAt, failedSince)))
    .orderBy(deliveries.eventId, desc(deliveries.createdAt), desc(deliveries.id))
    .as("last");
  return ctx.db
    .select({ event: { id: events.id, type: events.type }, lastDeliveryId: last.id, at: last.createdAt })
    .from(last)
    .innerJoin(events, eq(events.id, last.eventId))
    .where(
      and(
        isAtRest(ctx, webhook),
        inArray(last.status, NOT_ARRIVED),
        eventTypes ? inArray(events.type, eventTypes) : undefined,
      ),
    )
    .orderBy(asc(last.createdAt), asc(events.position))
    .limit(limit);
}

async function findOfRange(ctx: InTx<PartnerCtx>, webhook: WebhookRow, wanted: Wanted): Promise<Replayable[]> {
  const { from, to, eventTypes, limit } = wanted;
  const last = ctx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(ofWebhook(webhook), eq(deliveries.eventId, events.id)))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(1)
    .as("last");
  return ctx.db
    .select({ event: { id: events.id, type: events.type }, lastDeliveryId: last.id, at: events.createdAt })
    .from(events)
    .leftJoinLateral(last, sql`true`)
    .where(
      and(
        isAtRest(ctx, webhook),
        or(eq(events.environment, webhook.environment), isNull(events.environment)),
        // What is not fanned out yet will be delivered anyway.
        isNotNull(events.fannedOutAt),
        from && gte(events.createdAt, from),
        to && lte(events.createdAt, to),
        webhook.receiveAllEvents ? undefined : inArray(events.type, webhook.eventTypes),
        eventTypes ? inArray(events.type, eventTypes) : undefined,
      ),
    )
    .orderBy(asc(events.createdAt), asc(events.position))
    .limit(limit);
}
