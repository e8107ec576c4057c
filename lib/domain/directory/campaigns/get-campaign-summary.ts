import { and, eq, sql } from "drizzle-orm";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { campaignSums } from "@/db/schema/directory-tallies";
import type { Ctx } from "@/lib/domain/context";
import { nextCampaignActions } from "@/lib/domain/directory/campaigns/next-actions";
import { campaignColumns, presentCampaign } from "@/lib/domain/directory/campaigns/present-campaign";
import { readCampaignFigures } from "@/lib/domain/directory/campaigns/read-campaign-figures";
import type { CampaignSummary, ProviderCampaignSummary } from "@/lib/domain/directory/campaigns/schemas";
import { visibleCampaign } from "@/lib/domain/directory/campaigns/visibility";
import { countRows, readRow } from "@/lib/domain/directory/figures/figures-sql";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const RECENT = 10;

function readDistributions(ctx: Ctx, providerId: string): Promise<CampaignSummary["distributions"]> {
  return readRow(
    ctx,
    sql`
    with own as materialized (
      select campaign_type, status, channels from marketing_campaigns where provider_id = ${providerId}
    )
    select
      ${countRows(sql`campaign_type`, sql`own`)} as "byType",
      ${countRows(sql`status`, sql`own`)} as "byStatus",
      ${countRows(sql`channel`, sql`(select unnest(channels) as channel from own) as named`)} as "byChannel"`,
  );
}

async function readRecent(ctx: Ctx, providerId: string): Promise<CampaignSummary["recentCampaigns"]> {
  const rows = await ctx.db
    .select({
      ...campaignColumns,
      assetCount: sql<number>`coalesce(${campaignSums.assets}, 0)::float8`,
      metricCount: sql<number>`coalesce(${campaignSums.metrics}, 0)::float8`,
    })
    .from(marketingCampaigns)
    .leftJoin(campaignSums, eq(campaignSums.campaignId, marketingCampaigns.id))
    .where(and(eq(marketingCampaigns.providerId, providerId), visibleCampaign()))
    .orderBy(sql`${marketingCampaigns.createdAt} desc, ${marketingCampaigns.id}`)
    .limit(RECENT);
  return rows.map(({ assetCount, metricCount, ...row }) => ({ ...presentCampaign(row), assetCount, metricCount }));
}

/** All of a provider's campaigns in sums, and the newest of those that partners see. */
export async function getCampaignSummary(ctx: Ctx, input: ProviderParams): Promise<ProviderCampaignSummary> {
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  const [figures, distributions, recentCampaigns] = await Promise.all([
    readCampaignFigures(ctx, eq(marketingCampaigns.providerId, ref.id)),
    readDistributions(ctx, ref.id),
    readRecent(ctx, ref.id),
  ]);
  return {
    data: {
      provider: ref,
      generatedAt: ctx.now.toISOString(),
      ...figures,
      distributions,
      recentCampaigns,
      nextActions: nextCampaignActions(figures),
    },
    meta: { lookup },
  };
}
