import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { findSubscriptions } from "@/lib/domain/webhooks/directory/find-subscriptions";
import type { DueDelivery } from "@/lib/domain/webhooks/list-due-deliveries";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

const EVENTS_MAX = 100;

type EventRow = typeof events.$inferSelect;

/**
 * An event without an environment is of interest to both. A webhook that is off misses what happens meanwhile. Events of the
 * directory have no partner and go to the API clients' subscriptions, which have none either.
 */
function subscribes(webhook: StoredWebhook, event: EventRow): boolean {
  return (
    webhook.partnerId === event.partnerId &&
    (event.environment === null || event.environment === webhook.environment) &&
    (webhook.receiveAllEvents || webhook.eventTypes.includes(event.type))
  );
}

/**
 * Turns waiting events into deliveries, one for each subscribed webhook, and marks them in the same transaction. Several
 * processes may run it at once: each takes events that the others have not locked. Call it until it says it was the last.
 */
export async function fanOutEvents(ctx: Ctx): Promise<{ isLast: boolean; due: DueDelivery[] }> {
  return inTransaction(ctx, async (ctx) => {
    const waiting = await ctx.db
      .select()
      .from(events)
      .where(isNull(events.fannedOutAt))
      .orderBy(asc(events.position))
      .limit(EVENTS_MAX)
      .for("update", { skipLocked: true });
    if (waiting.length === 0) return { isLast: true, due: [] };

    const active = [...(await activeWebhooks(ctx, waiting)), ...(await activeSubscriptions(ctx, waiting))];
    const wanted = waiting.flatMap((event) =>
      active
        .filter((webhook) => subscribes(webhook, event))
        .map((webhook) => newDelivery(ctx, { webhook, event, nextAttemptAt: ctx.now })),
    );
    if (wanted.length > 0) await insertDeliveries(ctx, wanted);
    await markFannedOut(ctx, waiting, wanted);
    const due = wanted.map(({ id, webhookId }) => ({ deliveryId: id, webhookId, attempt: 1, at: ctx.now }));
    return { isLast: waiting.length < EVENTS_MAX, due };
  });
}

async function activeWebhooks(ctx: InTx<Ctx>, waiting: readonly EventRow[]): Promise<StoredWebhook[]> {
  const partnerIds = [...new Set(waiting.flatMap(({ partnerId }) => partnerId ?? []))];
  if (partnerIds.length === 0) return [];
  return ctx.db
    .select()
    .from(webhooks)
    .where(and(inArray(webhooks.partnerId, partnerIds), eq(webhooks.isActive, true), isNull(webhooks.deletedAt)));
}

/** The subscriptions to events of the directory among these, whose clients may have them at this moment. */
async function activeSubscriptions(ctx: InTx<Ctx>, waiting: readonly EventRow[]): Promise<StoredWebhook[]> {
  const types = [...new Set(waiting.flatMap(({ partnerId, type }) => (partnerId === null ? type : [])))];
  return types.length === 0 ? [] : findSubscriptions(ctx, types);
}

/** Rows travel as one parameter: a text with a place for every value of hundreds of rows costs more than the rows do. */
async function insertDeliveries(ctx: InTx<Ctx>, rows: ReturnType<typeof newDelivery>[]): Promise<void> {
  await ctx.db.execute(sql`
    insert into ${deliveries} (
      id, event_id, event_type, webhook_id, partner_id, environment, redelivery_of,
      next_attempt_at, created_at, updated_at
    )
    select id, "eventId", "eventType", "webhookId", "partnerId", environment, "redeliveryOf",
      "nextAttemptAt", "createdAt", "updatedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as made (
      id text, "eventId" text, "eventType" text, "webhookId" text, "partnerId" text, environment text,
      "redeliveryOf" text, "nextAttemptAt" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz
    )
    on conflict do nothing`);
}

/** Marks events with the number of deliveries made of each, by which the accounting would see that one was lost. */
async function markFannedOut(ctx: InTx<Ctx>, fannedOut: EventRow[], made: { eventId: string }[]): Promise<void> {
  const byCount = new Map<number, string[]>();
  for (const { id } of fannedOut) {
    const count = made.filter(({ eventId }) => eventId === id).length;
    byCount.set(count, [...(byCount.get(count) ?? []), id]);
  }
  for (const [fannedOutTo, ids] of byCount) {
    const marked = sql`${events.id} in (select json_array_elements_text(${JSON.stringify(ids)}::json))`;
    await ctx.db.update(events).set({ fannedOutAt: ctx.now, fannedOutTo }).where(marked);
  }
}
