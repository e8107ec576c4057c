import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { deliveries, deliveryAttempts, webhooks } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import { attemptDelivery } from "@/lib/domain/webhooks/attempt-delivery";
import { attemptId, presentAttempt } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { recordRun } from "@/lib/domain/webhooks/directory/record-run";
import type { DeliveryRun, RunDeliveries, WebhookDeliveryAttempt } from "@/lib/domain/webhooks/directory/schemas";
import { nextAttemptOf } from "@/lib/domain/webhooks/list-due-deliveries";
import { sendGuarded } from "@/lib/platform/safe-fetch";

/** As many as one receiver gets at once, so that a run alone never puts itself off. */
const AT_ONCE = 4;

type Queued = { id: string; targetUrl: string; attempt: number };

/** The oldest queued deliveries that nobody is sending, whether or not their time has come. */
async function findQueued(ctx: Ctx, limit: number): Promise<Queued[]> {
  const rows = await ctx.db
    .select({ row: deliveries, targetUrl: webhooks.url })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(
      and(
        isNull(deliveries.partnerId),
        eq(deliveries.status, "PENDING"),
        or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, ctx.now)),
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(limit);
  return rows.map(({ row, targetUrl }) => ({ id: row.id, targetUrl, attempt: nextAttemptOf(row) }));
}

/**
 * Makes one attempt of each of the oldest queued deliveries, or says which it would make. Attempts are claimed like any
 * other: of two runs at once each sends what the other does not.
 */
export async function workQueue(ctx: Ctx, { limit, dryRun }: RunDeliveries, send = sendGuarded): Promise<DeliveryRun> {
  const queued = await findQueued(ctx, limit);
  const attempts = dryRun ? queued.map((each) => rehearsed(ctx, each)) : await attemptAll(ctx, queued, send);
  const count = (status: WebhookDeliveryAttempt["status"]) => attempts.filter((each) => each.status === status).length;
  const counts = { delivered: count("delivered"), failed: count("failed"), blocked: count("blocked") };
  return { processed: attempts.length, ...counts, dryRun, attempts };
}

/** The worker as an administrator runs it: what it sent is recorded. */
export async function runDeliveries(
  ctx: Ctx,
  input: RunDeliveries,
  send = sendGuarded,
): Promise<{ data: DeliveryRun }> {
  const delivery = await workQueue(ctx, input, send);
  if (!input.dryRun) await recordRun(ctx, { of: "webhook_worker", delivery });
  return { data: delivery };
}

function rehearsed({ now }: Ctx, { id, targetUrl, attempt }: Queued): WebhookDeliveryAttempt {
  const at = { id: attemptId(id, attempt), deliveryId: id, targetUrl };
  return { ...at, status: "dry_run", createdAt: now.toISOString() };
}

async function attemptAll(ctx: Ctx, queued: readonly Queued[], send: typeof sendGuarded) {
  const startedAt = performance.now();
  // The leases of the last ones must not begin when the first one did.
  const clock = () => new Date(ctx.now.getTime() + Math.round(performance.now() - startedAt));
  const waiting = [...queued];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const attempt = { deliveryId: next.id, attempt: next.attempt, early: true };
      await attemptDelivery({ ...ctx, now: clock() }, attempt, { send, random: Math.random });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return findMade(ctx, queued);
}

/** What was recorded of these attempts, in their order; one that somebody else had taken meanwhile may be missing. */
async function findMade(ctx: Ctx, queued: readonly Queued[]): Promise<WebhookDeliveryAttempt[]> {
  const ids = queued.map(({ id }) => id);
  const rows = await ctx.db.select().from(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids));
  return queued.flatMap(({ id, attempt }) => {
    const row = rows.find(({ deliveryId, n }) => deliveryId === id && n === attempt);
    return row ? [presentAttempt(row)] : [];
  });
}
