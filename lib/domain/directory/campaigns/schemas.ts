import { z } from "zod";
import { CAMPAIGN_TYPES, PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { Count, CountRow, NextActions, Ratio } from "@/lib/domain/directory/figures/schemas";
import {
  filterOneOf,
  filterText,
  flag,
  ListMeta,
  LookupMeta,
  PageQuery,
  pagedOf,
} from "@/lib/domain/directory/paging/schemas";
import { ProviderRef } from "@/lib/domain/directory/providers/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** A marketing campaign that is public: published, paused or completed. */
export const MarketingCampaign = z
  .object({
    id: z.string(),
    providerId: z.string().optional(),
    campaignType: z.enum(CAMPAIGN_TYPES),
    status: z.enum(PUBLIC_CAMPAIGN_STATUSES),
    name: z.string(),
    objective: z.string().optional(),
    audience: z
      .record(z.string(), z.unknown())
      .meta({ description: "Whom it is for, as rules such as region or care type. Never persons." }),
    channels: z.array(z.string()),
    startsAt: IsoTime.optional(),
    endsAt: IsoTime.optional(),
    createdAt: IsoTime,
  })
  .meta({ id: "MarketingCampaign" });
export type MarketingCampaign = z.output<typeof MarketingCampaign>;

/** Status of a list unless the caller names another one of those that are public. */
const STATUS_DEFAULT = "published";

export const ListMarketingCampaignsQuery = PageQuery.extend({
  providerId: filterText.meta({ description: "Id or slug of a provider." }),
  campaignType: filterOneOf(CAMPAIGN_TYPES),
  status: filterOneOf(PUBLIC_CAMPAIGN_STATUSES)
    .transform((status) => status ?? STATUS_DEFAULT)
    .meta({ description: "`published` unless said." }),
  includeMetrics: flag.meta({ description: "`1`, `true` or `yes` adds figures to `meta.metrics`." }),
});
export type ListMarketingCampaignsQuery = z.output<typeof ListMarketingCampaignsQuery>;

const CampaignTotals = z.object({ total: Count, draft: Count, published: Count, blocked: Count, completed: Count });
const AssetTotals = z.object({ total: Count, approved: Count, draft: Count, blocked: Count });
const MetricTotals = z.object({
  impressions: Count,
  clicks: Count,
  leads: Count,
  conversions: Count,
  clickThroughRate: Ratio,
});

/** What campaigns consist of and brought, in sums. */
export const CampaignFigures = z.object({ campaigns: CampaignTotals, assets: AssetTotals, metrics: MetricTotals });
export type CampaignFigures = z.output<typeof CampaignFigures>;

export const CampaignMetrics = CampaignFigures.extend({
  providerId: z.string().optional(),
  generatedAt: IsoTime,
  nextActions: NextActions,
}).meta({ id: "MarketingCampaignMetrics" });
export type CampaignMetrics = z.output<typeof CampaignMetrics>;

export const MarketingCampaignList = pagedOf(
  MarketingCampaign,
  ListMeta.extend({
    filters: z.object({
      providerId: z.string().optional(),
      campaignType: z.enum(CAMPAIGN_TYPES).optional(),
      status: z.enum(PUBLIC_CAMPAIGN_STATUSES),
      includeMetrics: z.boolean(),
    }),
    metrics: CampaignMetrics.optional(),
  }),
);
export type MarketingCampaignList = z.output<typeof MarketingCampaignList>;

export const CampaignSummary = CampaignFigures.extend({
  provider: ProviderRef,
  generatedAt: IsoTime,
  distributions: z.object({ byType: z.array(CountRow), byStatus: z.array(CountRow), byChannel: z.array(CountRow) }),
  recentCampaigns: z
    .array(
      MarketingCampaign.pick({
        id: true,
        campaignType: true,
        status: true,
        name: true,
        objective: true,
        channels: true,
        startsAt: true,
        endsAt: true,
        createdAt: true,
      }).extend({ assetCount: Count, metricCount: Count }),
    )
    .meta({ description: "The newest ten that are public." }),
  nextActions: NextActions,
}).meta({ id: "CampaignSummary" });
export type CampaignSummary = z.output<typeof CampaignSummary>;

export const ProviderCampaignSummary = z.object({ data: CampaignSummary, meta: LookupMeta });
export type ProviderCampaignSummary = z.output<typeof ProviderCampaignSummary>;

/** As long as a text of an audience's rule may be. */
export const RULE_LENGTH_MAX = 120;
// An address, or digits enough for a telephone number.
const PERSONAL = /@|(\d[\s().-]*){7,}/;

/** Whether somebody could be recognised in a rule's text. */
export const isPersonal = (text: string): boolean => PERSONAL.test(text);
