import type { Ctx } from "@/lib/domain/context";
import { adRecommendations, adStatus } from "@/lib/domain/directory/ads/judge-ads";
import { type PlacementActivity, readActivity } from "@/lib/domain/directory/ads/read-activity";
import type { AdSummary, AdSummaryQuery, ProviderAdSummary } from "@/lib/domain/directory/ads/schemas";
import { ratio } from "@/lib/domain/directory/figures/ratio";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";
import { fail } from "@/lib/errors";

const DEFAULT_DAYS = 30;

/** Up to now and 30 days long, unless said. Fails when it ends before it begins. */
function periodOf(now: Date, asked: AdSummaryQuery): { from: Date; to: Date } {
  const to = asked.to ?? now;
  const from = asked.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS);
  if (from > to) fail("validation_failed", { message: "from must not lie after to" });
  return { from, to };
}

const sum = (rows: readonly PlacementActivity[], field: "activeCreatives" | "impressions" | "clicks") =>
  rows.reduce((total, row) => total + row[field], 0);

function totalsOf(rows: readonly PlacementActivity[]): AdSummary["totals"] {
  const [impressions, clicks] = [sum(rows, "impressions"), sum(rows, "clicks")];
  return {
    placements: rows.length,
    activeCreatives: sum(rows, "activeCreatives"),
    impressions,
    clicks,
    ctr: ratio(clicks, impressions),
  };
}

function healthOf(rows: readonly PlacementActivity[], totals: AdSummary["totals"]): AdSummary["health"] {
  const seen = rows.filter(({ impressions }) => impressions > 0);
  const ctrs = seen.reduce((total, { clicks, impressions }) => total + clicks / impressions, 0);
  return {
    hasActiveCreatives: totals.activeCreatives > 0,
    hasTrackedTraffic: totals.impressions + totals.clicks > 0,
    activePlacements: rows.filter(({ isActive, activeCreatives }) => isActive && activeCreatives > 0).length,
    averageCtr: ratio(ctrs, seen.length),
  };
}

/** How the provider's own creatives did in a period, by placement. */
export async function getAdSummary(ctx: Ctx, input: ProviderParams & AdSummaryQuery): Promise<ProviderAdSummary> {
  const { from, to } = periodOf(ctx.now, input);
  const { placementKey } = input;
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  // The last millisecond is part of the period: what happened just now counts.
  const span = { from, to: new Date(to.getTime() + 1) };
  const rows = await readActivity(ctx, { providerId: ref.id, placementKey, span });
  const totals = totalsOf(rows);
  const placements = rows.map(({ isActive: _, ...row }) => ({
    ...omitNulls(row),
    ctr: ratio(row.clicks, row.impressions),
  }));
  return {
    data: {
      provider: ref,
      generatedAt: ctx.now.toISOString(),
      status: adStatus(totals),
      filters: { providerId: ref.id, placementKey, from: from.toISOString(), to: to.toISOString() },
      totals,
      health: healthOf(rows, totals),
      placements,
      recommendations: adRecommendations({ totals, placements }),
    },
    meta: { lookup },
  };
}
