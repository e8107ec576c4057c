import { and, count, eq, gte, min, sql } from "drizzle-orm";
import { deliveries, deliveryAttempts } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { requireWebhook } from "@/lib/domain/webhooks/find-webhook";
import type { WebhookHealth, WebhookParams } from "@/lib/domain/webhooks/schemas";

const { at, durationMs, error } = deliveryAttempts;
const failed = sql`(where ${error} is not null)`;
const quantile = (share: number) =>
  sql<number | null>`round(percentile_cont(${share}::float8) within group (order by ${durationMs}))::int`;

/** How the receiver did in the last 24 hours, and what waits for it. */
export async function getWebhookHealth(ctx: PartnerCtx, input: WebhookParams): Promise<WebhookHealth> {
  const { id } = await requireWebhook(ctx, input.webhookId);
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const [[attempts], [waiting]] = await Promise.all([
    ctx.db
      .select({
        attempts24h: count(),
        failedAttempts24h: sql<number>`(count(*) filter ${failed})::int`,
        medianMs24h: quantile(0.5),
        p95Ms24h: quantile(0.95),
        lastError: sql<string | null>`(array_agg(${error} order by ${at} desc) filter ${failed})[1]`,
      })
      .from(deliveryAttempts)
      .where(and(eq(deliveryAttempts.webhookId, id), gte(at, since))),
    ctx.db
      .select({ pending: count(), oldestPendingAt: min(deliveries.createdAt) })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.webhookId, id),
          eq(deliveries.partnerId, ctx.partner.id),
          eq(deliveries.environment, ctx.environment),
          eq(deliveries.status, "PENDING"),
        ),
      ),
  ]);
  const { pending, oldestPendingAt } = waiting!;
  return { ...attempts!, pending, oldestPendingAt: oldestPendingAt?.toISOString() ?? null };
}
