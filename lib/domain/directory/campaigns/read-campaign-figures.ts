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
const sumOf = (column: string) => sql`coalesce(sum(${sql.identifier(column)}), 0)`;

/** What the campaigns of a condition consist of and brought, from the sums that are kept of each. */
export async function readCampaignFigures(ctx: Ctx, which: SQL): Promise<CampaignFigures> {
  const { campaigns, assets, metrics } = await readRow<Row>(
    ctx,
    sql`
    select
      jsonb_build_object(
        'total', count(*),
        'draft', ${statusIs("draft")},
        'published', ${statusIs("published")},
        'blocked', ${statusIs("blocked_by_policy")},
        'completed', ${statusIs("completed")}
      ) as campaigns,
      jsonb_build_object(
        'total', ${sumOf("assets")},
        'approved', ${sumOf("assets_approved")},
        'draft', ${sumOf("assets_draft")},
        'blocked', ${sumOf("assets_blocked")}
      ) as assets,
      jsonb_build_object(
        'impressions', ${sumOf("impressions")},
        'clicks', ${sumOf("clicks")},
        'leads', ${sumOf("leads")},
        'conversions', ${sumOf("conversions")}
      ) as metrics
    from ${marketingCampaigns} left join campaign_sums on campaign_sums.campaign_id = ${marketingCampaigns.id}
    where ${which}`,
  );
  return {
    campaigns,
    assets,
    metrics: { ...metrics, clickThroughRate: ratio(metrics.clicks, metrics.impressions) },
  };
}
