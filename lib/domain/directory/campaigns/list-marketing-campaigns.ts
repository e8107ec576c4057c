import { and, eq, sql } from "drizzle-orm";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import type { Ctx } from "@/lib/domain/context";
import { nextCampaignActions } from "@/lib/domain/directory/campaigns/next-actions";
import { campaignColumns, presentCampaign } from "@/lib/domain/directory/campaigns/present-campaign";
import { readCampaignFigures } from "@/lib/domain/directory/campaigns/read-campaign-figures";
import type {
  CampaignMetrics,
  ListMarketingCampaignsQuery,
  MarketingCampaignList,
} from "@/lib/domain/directory/campaigns/schemas";
import { visibleCampaign } from "@/lib/domain/directory/campaigns/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { findFilteredProvider, ofProvider } from "@/lib/domain/directory/providers/find-visible-provider";

/** The figures of every public campaign, of one provider or of all; of none where partners do not see the provider. */
async function readMetrics(ctx: Ctx, providerId: string | null | undefined): Promise<CampaignMetrics> {
  const own = ofProvider(marketingCampaigns.providerId, providerId);
  const figures = await readCampaignFigures(ctx, and(visibleCampaign(), own)!);
  return {
    ...(providerId && { providerId }),
    generatedAt: ctx.now.toISOString(),
    ...figures,
    nextActions: nextCampaignActions(figures),
  };
}

/** Public campaigns of one status, the last changed first. */
export async function listMarketingCampaigns(
  ctx: Ctx,
  input: ListMarketingCampaignsQuery,
): Promise<MarketingCampaignList> {
  const { campaignType, status, includeMetrics } = input;
  const providerId = await findFilteredProvider(ctx, input.providerId);
  const where = and(
    visibleCampaign(),
    eq(marketingCampaigns.status, status),
    campaignType && eq(marketingCampaigns.campaignType, campaignType),
    ofProvider(marketingCampaigns.providerId, providerId),
  );
  const [total, metrics] = await Promise.all([
    countMatching(ctx, marketingCampaigns, where),
    includeMetrics ? readMetrics(ctx, providerId) : undefined,
  ]);
  const pagination = paginate(total, input);
  const rows = await ctx.db
    .select(campaignColumns)
    .from(marketingCampaigns)
    .where(where)
    .orderBy(sql`${marketingCampaigns.updatedAt} desc nulls last, ${marketingCampaigns.id}`)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  const filters = { providerId: providerId ?? input.providerId, campaignType, status, includeMetrics };
  return { data: rows.map(presentCampaign), meta: { ...listMeta(pagination), filters, ...(metrics && { metrics }) } };
}
