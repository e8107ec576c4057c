import { type SQL, sql } from "drizzle-orm";
import { adCampaigns, adCreatives, adPlacements } from "@/db/schema/directory-ads";
import type { Ctx } from "@/lib/domain/context";
import type { AdSurface } from "@/lib/domain/directory/ads/statuses";
import { visibleCreative } from "@/lib/domain/directory/ads/visibility";
import { instantOf, isoTime, readRows } from "@/lib/domain/directory/figures/figures-sql";
import { type Span, splitPeriod } from "@/lib/domain/shared/period";

export type PlacementActivity = {
  placementKey: string;
  surface: AdSurface;
  isActive: boolean;
  activeCreatives: number;
  impressions: number;
  clicks: number;
  lastActivityAt: string | null;
};

type Asked = { providerId: string; placementKey: string | undefined; span: Span };

/** Impressions and clicks of own creatives in a span: whole UTC days as they are tallied, the ends row by row. */
function figuresOf({ from, to }: Span): SQL {
  const { whole, edges } = splitPeriod({ from, to });
  const parts = edges.flatMap((edge) => {
    const within = sql`creative_id in (select id from own)
      and created_at >= ${instantOf(edge.from)} and created_at < ${instantOf(edge.to)}`;
    return [
      sql`select placement_key, 1 as impressions, 0 as clicks, created_at as at from ad_impressions where ${within}`,
      sql`select placement_key, 0, 1, created_at from ad_clicks where ${within}`,
    ];
  });
  if (whole?.from && whole.to) {
    const dayOf = (at: Date) => sql`${at.toISOString().slice(0, 10)}::date`;
    parts.push(sql`select placement_key, impressions, clicks, last_at from ad_creative_days
      where creative_id in (select id from own) and day >= ${dayOf(whole.from)} and day < ${dayOf(whole.to)}`);
  }
  return sql.join(parts, sql` union all `);
}

/** The placements where a provider has creatives that may be shown, or had activity in the span. */
export function readActivity(ctx: Ctx, { providerId, placementKey, span }: Asked): Promise<PlacementActivity[]> {
  return readRows(
    ctx,
    sql`
    with own as materialized (
      select ${adCreatives.id} as id, ${adPlacements.placementKey} as placement_key, ${visibleCreative(ctx.now)} as is_live
      from ${adCampaigns} join ${adCreatives} on ${adCreatives.campaignId} = ${adCampaigns.id}
      join ${adPlacements} on ${adPlacements.id} = ${adCreatives.placementId}
      where ${adCampaigns.providerId} = ${providerId}
    ),
    live as (select placement_key, count(*)::int as creatives from own where is_live group by 1),
    active as (
      select placement_key, sum(impressions)::float8 as impressions, sum(clicks)::float8 as clicks, max(at) as last_at
      from (${figuresOf(span)}) as figures(placement_key, impressions, clicks, at) group by 1
    )
    select placement_key as "placementKey", coalesce(${adPlacements.surface}, 'unknown') as surface,
      coalesce(${adPlacements.isActive}, false) as "isActive", coalesce(live.creatives, 0) as "activeCreatives",
      coalesce(active.impressions, 0) as impressions, coalesce(active.clicks, 0) as clicks,
      ${isoTime(sql`active.last_at`)} as "lastActivityAt"
    from live full join active using (placement_key) left join ${adPlacements} using (placement_key)
    ${placementKey === undefined ? sql`` : sql`where placement_key = ${placementKey}`}
    order by placement_key collate "C"`,
  );
}
