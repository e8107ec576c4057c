import { type SQL, sql } from "drizzle-orm";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import type { Ctx } from "@/lib/domain/context";
import type { CampaignFigures } from "@/lib/domain/directory/campaigns/schemas";
import { readRow } from "@/lib/domain/directory/figures/figures-sql";
import { ratio } from "@/lib/domain/directory/figures/ratio";

type Row = {
  campaigns: CampaignFigures["campaigns"];
  assets: CampaignFigures["assets"];
  metrics: Omit<CampaignFigures["metrics"], "clickThroughRate">;
};

const statusIs = (status: string) => sql`count(*) filter (where status = ${status})`;
const sumOf = (metric: string) => sql`coalesce(sum(value) filter (where metric_key = ${metric}), 0)`;

/** What the campaigns of a condition consist of and brought. */
export async function readCampaignFigures(ctx: Ctx, which: SQL): Promise<CampaignFigures> {
  const { campaigns, assets, metrics } = await readRow<Row>(
    ctx,
    sql`
    with chosen as materialized (select id, status from ${marketingCampaigns} where ${which})
    select
      (select jsonb_build_object(
        'total', count(*),
        'draft', ${statusIs("draft")},
        'published', ${statusIs("published")},
        'blocked', ${statusIs("blocked_by_policy")},
        'completed', ${statusIs("completed")}
      ) from chosen) as campaigns,
      (select jsonb_build_object(
        'total', count(*),
        'approved', ${statusIs("approved")},
        'draft', ${statusIs("draft")},
        'blocked', ${statusIs("blocked")}
      ) from campaign_assets where campaign_id in (select id from chosen)) as assets,
      (select jsonb_build_object(
        'impressions', ${sumOf("impressions")},
        'clicks', ${sumOf("clicks")},
        'leads', ${sumOf("leads")},
        'conversions', ${sumOf("conversions")}
      ) from campaign_metric_sums where campaign_id in (select id from chosen)) as metrics`,
  );
  return {
    campaigns,
    assets,
    metrics: { ...metrics, clickThroughRate: ratio(metrics.clicks, metrics.impressions) },
  };
}
