import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { asPartners } from "@/lib/domain/webhooks/present-webhook";
import { type BegunProbe, beginProbe, finishProbe } from "@/lib/domain/webhooks/probe-webhook";
import { sendGuarded } from "@/lib/platform/safe-fetch";

/** A week less an hour: a probe counts for a week, and the next one comes before it has lost its worth. */
const AGAIN_AFTER_MS = 7 * 24 * HOUR_MS - HOUR_MS;
/** A probe without a result for so long was abandoned. */
const ABANDONED_AFTER_MS = 5 * 60 * 1000;

/** What makes a probe unnecessary: one of this URL that is fresh or, after cutover, any; or one that is under way. */
function isProbed(now: Date) {
  const before = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  return sql`exists (
    select from webhook_probes as probe
    where probe.webhook_id = ${webhooks.id} and probe.url = ${webhooks.url} and case
      when probe.finished_at is null then probe.started_at > ${before(ABANDONED_AFTER_MS)}
      else ${partners.productionAccess} = 'LIVE' or probe.finished_at > ${before(AGAIN_AFTER_MS)}
    end)`;
}

/** Of several processes each takes other webhooks: whoever comes later sees the probe that was begun. */
function beginDue(ctx: Ctx, limit: number): Promise<BegunProbe[]> {
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db
      .select({ webhook: webhooks })
      .from(webhooks)
      .innerJoin(partners, eq(partners.id, webhooks.partnerId))
      .where(
        and(
          eq(webhooks.environment, "production"),
          eq(webhooks.isActive, true),
          isNull(webhooks.deletedAt),
          eq(partners.status, "ACTIVE"),
          inArray(partners.productionAccess, ["REQUESTED", "APPROVED", "LIVE"]),
          sql`not ${isProbed(ctx.now)}`,
        ),
      )
      .orderBy(asc(webhooks.id))
      .limit(limit)
      .for("no key update", { of: webhooks, skipLocked: true });
    const begun: BegunProbe[] = [];
    for (const { webhook } of due) begun.push(await beginProbe(ctx, asPartners(webhook)));
    return begun;
  });
}

/**
 * Probes some of the production webhooks that are due: new ones, those whose URL was changed and, until the partner is
 * live, each once a week. Returns how many.
 */
export async function probeDueWebhooks(ctx: Ctx, input: { limit: number }, send = sendGuarded): Promise<number> {
  const begun = await beginDue(ctx, input.limit);
  await Promise.all(begun.map((each) => finishProbe(ctx, each, send)));
  return begun.length;
}
