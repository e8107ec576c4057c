import { z } from "zod";
import { AD_SURFACES } from "@/lib/domain/directory/ads/statuses";
import { Count, filterTime, Ratio } from "@/lib/domain/directory/figures/schemas";
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

/** How often one visitor is shown a creative, in how many hours. */
export const FREQUENCY_CAP = { maxImpressions: 3, windowHours: 24 } as const;

const PreviewCreative = z.object({
  id: z.string(),
  placementKey: z.string(),
  headline: z.string(),
  body: z.string().optional(),
  imageUrl: z.string().optional(),
  destinationUrl: z.string().optional(),
  disclosureLabel: z.string(),
  payload: z.record(z.string(), z.unknown()).meta({ description: "What is displayed, and nothing else." }),
});

/** What a placement would show a visitor now. It records no impression. */
export const DeliveryPreview = z
  .object({
    placementKey: z.string(),
    disclosureRequired: z.boolean(),
    disclosureLabel: z.string(),
    creatives: z.array(PreviewCreative).meta({ description: "At most three." }),
    delivery: z.object({
      eligibleCreatives: Count,
      suppressedCreatives: Count.meta({ description: "Held back, because this visitor has seen them often enough." }),
      frequencyCap: z.object({
        maxImpressions: z.literal(FREQUENCY_CAP.maxImpressions),
        windowHours: z.literal(FREQUENCY_CAP.windowHours),
      }),
    }),
  })
  .meta({ id: "DeliveryPreview" });
export type DeliveryPreview = z.output<typeof DeliveryPreview>;

export const AdPlacement = z
  .object({
    id: z.string().optional(),
    placementKey: z.string().meta({ example: "web.discover.top" }),
    name: z.string(),
    surface: z.enum(AD_SURFACES),
    description: z.string().optional(),
    disclosureRequired: z.boolean(),
    disclosureLabel: z.string().meta({ example: "Sponsored" }),
    isActive: z.boolean(),
    createdAt: IsoTime.optional(),
    deliveryPreview: DeliveryPreview.optional().meta({ description: "Of active placements, with includeCreatives." }),
  })
  .meta({ id: "AdPlacement" });
export type AdPlacement = z.output<typeof AdPlacement>;

export const ListPlacementsQuery = PageQuery.extend({
  placementKey: filterText,
  surface: filterOneOf(AD_SURFACES),
  activeOnly: z
    .string()
    .optional()
    .transform((text) => text !== "false")
    .meta({ description: "Only the literal `false` shows inactive placements too." }),
  includeCreatives: flag.meta({ description: "`1`, `true` or `yes` adds what each active placement would show." }),
  visitorKey: filterText.meta({ description: "Whose impressions the frequency cap counts." }),
  sessionKey: filterText.meta({ description: "The same, where there is no visitor key." }),
});
export type ListPlacementsQuery = z.output<typeof ListPlacementsQuery>;

const PlacementFilters = z.object({
  placementKey: z.string().optional(),
  surface: z.enum(AD_SURFACES).optional(),
  activeOnly: z.boolean(),
  includeCreatives: z.boolean(),
  visitorKey: z.string().optional(),
  sessionKey: z.string().optional(),
});

export const PlacementList = pagedOf(AdPlacement, ListMeta.extend({ filters: PlacementFilters }));
export type PlacementList = z.output<typeof PlacementList>;

export const AdSummaryQuery = z.object({
  placementKey: filterText,
  from: filterTime.meta({ description: "ISO 8601 date or time; 30 days before `to` unless said." }),
  to: filterTime.meta({ description: "ISO 8601 date or time; now unless said." }),
});
export type AdSummaryQuery = z.output<typeof AdSummaryQuery>;

export const AD_REPORT_STATUSES = ["active", "needs_creative", "needs_distribution", "needs_measurement"] as const;

export const AdSummary = z
  .object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    status: z.enum(AD_REPORT_STATUSES),
    filters: z.object({
      providerId: z.string(),
      placementKey: z.string().optional(),
      from: IsoTime,
      to: IsoTime,
    }),
    totals: z.object({ placements: Count, activeCreatives: Count, impressions: Count, clicks: Count, ctr: Ratio }),
    health: z.object({
      hasActiveCreatives: z.boolean(),
      hasTrackedTraffic: z.boolean(),
      activePlacements: Count,
      averageCtr: Ratio.meta({ description: "Mean over the placements that had impressions." }),
    }),
    placements: z.array(
      z.object({
        placementKey: z.string(),
        surface: z.enum(AD_SURFACES),
        activeCreatives: Count,
        impressions: Count,
        clicks: Count,
        ctr: Ratio,
        lastActivityAt: IsoTime.optional(),
      }),
    ),
    recommendations: z.array(z.string()),
  })
  .meta({ id: "AdSummary" });
export type AdSummary = z.output<typeof AdSummary>;

export const ProviderAdSummary = z.object({ data: AdSummary, meta: LookupMeta });
export type ProviderAdSummary = z.output<typeof ProviderAdSummary>;
