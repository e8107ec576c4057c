import { z } from "zod";
import { Count, NextActions, Ratio } from "@/lib/domain/directory/figures/schemas";
import { filterOneOf, filterText } from "@/lib/domain/directory/paging/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** Subjects of metrics that partners see; those of derivatives are counted nowhere. */
export const REPORTED_SUBJECTS = ["article", "newsletter"] as const;

export const PerformanceQuery = z.object({
  subjectType: filterOneOf(REPORTED_SUBJECTS),
  subjectId: filterText,
  channel: filterText,
});
export type PerformanceQuery = z.output<typeof PerformanceQuery>;

const PerformanceTotals = z.object({
  metrics: Count.meta({ description: "Metric records." }),
  views: Count,
  clicks: Count,
  shares: Count,
  saves: Count,
  newsletterOpens: Count,
  newsletterClicks: Count,
  leads: Count,
  clickThroughRate: Ratio.meta({ description: "Clicks for each view." }),
});

export const ContentPerformance = z
  .object({
    generatedAt: IsoTime,
    filters: z.object({
      subjectType: z.enum(REPORTED_SUBJECTS).optional(),
      subjectId: z.string().optional(),
      channel: z.string().optional(),
    }),
    totals: PerformanceTotals,
    byChannel: z.array(
      z.object({ channel: z.string(), views: Count, clicks: Count, leads: Count, clickThroughRate: Ratio }),
    ),
    topContent: z.array(
      z.object({
        subjectType: z.enum(REPORTED_SUBJECTS),
        subjectId: z.string(),
        title: z.string(),
        channel: z.string(),
        views: Count,
        clicks: Count,
        leads: Count,
        clickThroughRate: Ratio,
      }),
    ),
    nextActions: NextActions,
  })
  .meta({ id: "ContentPerformance" });
export type ContentPerformance = z.output<typeof ContentPerformance>;

export const NewsroomPerformance = z.object({ data: ContentPerformance, meta: z.object({}) });
export type NewsroomPerformance = z.output<typeof NewsroomPerformance>;
