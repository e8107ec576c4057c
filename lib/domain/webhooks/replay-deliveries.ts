import { and, eq, gt, inArray, max, sql } from "drizzle-orm";
import { deliveries, events } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { findReplayable, type Replayable } from "@/lib/domain/webhooks/find-replayable";
import { lockWebhook, requireActive } from "@/lib/domain/webhooks/find-webhook";
import { newDelivery } from "@/lib/domain/webhooks/new-delivery";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import type { Replay, ReplayDeliveries, WebhookParams } from "@/lib/domain/webhooks/schemas";

export const REPLAY_MAX = 10_000;
/** A hundred a minute. */
const SPACING_MS = 600;
const BATCH = 1_000;

/**
 * Makes new deliveries of many events, spread so that the receiver gets a hundred a minute at most, over all replays
 * under way. What is already pending is left out, so repeating the call at once sends nothing twice.
 */
export async function replayDeliveries(ctx: PartnerCtx, input: WebhookParams & ReplayDeliveries): Promise<Replay> {
  return inTransaction(ctx, async (ctx) => {
    const webhook = await lockWebhook(ctx, input.webhookId);
    requireActive(webhook);
    const found = await findReplayable(ctx, webhook, { ...input, limit: REPLAY_MAX + 1 });
    const chosen = found.slice(0, REPLAY_MAX);
    const startMs = await startOf(ctx, webhook);
    const timeOf = (index: number) => new Date(startMs + index * SPACING_MS);
    if (!input.dryRun) await send(ctx, webhook, chosen, timeOf);

    const replay: Replay = {
      count: chosen.length,
      firstAttemptAt: chosen.length > 0 ? timeOf(0).toISOString() : null,
      lastAttemptAt: chosen.length > 0 ? timeOf(chosen.length - 1).toISOString() : null,
      hasMore: found.length > chosen.length,
      nextFrom: found[chosen.length]?.at.toISOString() ?? null,
      dryRun: input.dryRun,
    };
    if (!input.dryRun) await recordReplay(ctx, input, replay);
    return replay;
  });
}

/** After what earlier replays still have ahead. */
async function startOf(ctx: InTx<PartnerCtx>, { id, partnerId, environment }: WebhookRow): Promise<number> {
  const [row] = await ctx.db
    .select({ last: max(deliveries.nextAttemptAt) })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, id),
        eq(deliveries.partnerId, partnerId),
        eq(deliveries.environment, environment),
        eq(deliveries.status, "PENDING"),
        eq(deliveries.attemptsMade, 0),
        gt(deliveries.nextAttemptAt, ctx.now),
      ),
    );
  return row?.last ? row.last.getTime() + SPACING_MS : ctx.now.getTime();
}

async function send(
  ctx: InTx<PartnerCtx>,
  webhook: WebhookRow,
  chosen: readonly Replayable[],
  timeOf: (index: number) => Date,
): Promise<void> {
  for (let start = 0; start < chosen.length; start += BATCH) {
    const batch = chosen.slice(start, start + BATCH);
    const rows = batch.map(({ event, lastDeliveryId }, index) =>
      newDelivery(ctx, { webhook, event, nextAttemptAt: timeOf(start + index), redeliveryOf: lastDeliveryId }),
    );
    await ctx.db.insert(deliveries).values(rows);
    const firsts = rows.filter(({ redeliveryOf }) => redeliveryOf === null).map(({ eventId }) => eventId);
    if (firsts.length === 0) continue;
    // One more webhook that the event was made a delivery for: the accounting counts these.
    await ctx.db
      .update(events)
      .set({ fannedOutTo: sql`${events.fannedOutTo} + 1` })
      .where(and(eq(events.partnerId, webhook.partnerId), inArray(events.id, firsts)));
  }
}

async function recordReplay(
  ctx: InTx<PartnerCtx>,
  { webhookId, failedSince, from, to, eventTypes }: WebhookParams & ReplayDeliveries,
  { count, hasMore }: Replay,
): Promise<void> {
  await recordAudit(ctx, {
    action: "webhook.replayed",
    targetType: "webhook",
    targetId: webhookId,
    ...ownScope(ctx),
    after: { failedSince, from, to, eventTypes, count, hasMore },
  });
}
