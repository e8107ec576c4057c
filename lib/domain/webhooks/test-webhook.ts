import { eq } from "drizzle-orm";
import { deliveries, events } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { eventRow, ownScope } from "@/lib/domain/events/record-event";
import type { EventType } from "@/lib/domain/events/schemas";
import { LEASE_MS, type PartnersClaim } from "@/lib/domain/webhooks/claim-attempt";
import { webhookTest } from "@/lib/domain/webhooks/event-types";
import { lockWebhook } from "@/lib/domain/webhooks/find-webhook";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";
import { asPartnersDelivery, presentDeliveries } from "@/lib/domain/webhooks/present-delivery";
import { recordAttempt } from "@/lib/domain/webhooks/record-attempt";
import { sampleData } from "@/lib/domain/webhooks/sample-event";
import type { Delivery, TestWebhook, WebhookParams } from "@/lib/domain/webhooks/schemas";
import { sendDelivery } from "@/lib/domain/webhooks/send-delivery";
import { fail } from "@/lib/errors";
import { sendGuarded } from "@/lib/platform/safe-fetch";

/**
 * The verb that tests a webhook with samples of a surface's events, also one that is off: it sends once, at once, and
 * says what came back. Event and delivery are rows like any other, so that nothing sent is without its record; the event
 * counts as fanned out, so that no other webhook receives it.
 */
export function testWebhookOf(catalogue: readonly EventType[]) {
  return async (ctx: PartnerCtx, input: WebhookParams & TestWebhook, send = sendGuarded): Promise<Delivery> => {
    const type = catalogue.find(({ name }) => name === input.eventType);
    if (!type) fail("validation_error", { details: [{ field: "eventType", issue: "must be the name of an event" }] });
    const claim = await inTransaction(ctx, (ctx) => recordTest(ctx, input.webhookId, type));
    const outcome = await sendDelivery(claim, ctx.now, send);
    const finished = { ...ctx, now: new Date(ctx.now.getTime() + outcome.durationMs) };
    await recordAttempt(finished, { claim, outcome, startedAt: ctx.now, random: Math.random });
    const rows = await ctx.db.select().from(deliveries).where(eq(deliveries.id, claim.delivery.id));
    const [delivery] = await presentDeliveries(ctx, rows.map(asPartnersDelivery));
    return delivery!;
  };
}

/** Writes event and delivery, the only attempt already claimed: should the process end, the sweep makes it again. */
async function recordTest(ctx: InTx<PartnerCtx>, webhookId: string, type: EventType): Promise<PartnersClaim> {
  const webhook = await lockWebhook(ctx, webhookId);
  const sample = sampleData(type, ctx.environment);
  const data = type.name === webhookTest.name ? { ...sample, webhookId } : sample;
  const event = eventRow({ now: ctx.now, ...ownScope(ctx) }, type, data);
  await ctx.db.insert(events).values({ ...event, isTest: true, fannedOutAt: ctx.now, fannedOutTo: 1 });
  const leasedUntil = new Date(ctx.now.getTime() + LEASE_MS);
  const [delivery] = await ctx.db
    .insert(deliveries)
    .values({ ...newDelivery(ctx, { webhook, event, nextAttemptAt: leasedUntil }), attemptsMade: 1, leasedUntil })
    .returning();
  await recordAudit(ctx, {
    action: "webhook.tested",
    targetType: "webhook",
    targetId: webhook.id,
    ...ownScope(ctx),
    after: { eventType: type.name, eventId: event.id, deliveryId: delivery!.id },
  });
  return { delivery: delivery!, webhook, body: event.body, isTest: true, attempt: 1, leasedUntil };
}
