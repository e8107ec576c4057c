import { z } from "zod";
import { SEVERITIES } from "@/lib/domain/directory/aggregation/statuses";
import { Count, CountRow, NextActions, ReadinessStatus } from "@/lib/domain/directory/figures/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

const Pct = z.int().min(0).max(100).meta({ example: 42 });

/** What is to be reached before the directory opens. */
export const LAUNCH_TARGET = { importedListings: 5_000, enrichedListings: 1_000, claimedListings: 100 } as const;

/** How far bringing listings together is, in counts alone. */
export const AggregationReadiness = z.object({
  data: z.object({
    generatedAt: IsoTime,
    status: ReadinessStatus,
    launchTarget: z.object({ importedListings: Count, enrichedListings: Count, claimedListings: Count }),
    progress: z.object({
      importedListings: Count,
      importedPercent: Pct,
      stagedRecords: Count,
      errorRate: Pct,
      rejectionRate: Pct,
    }),
    sources: z.object({
      totals: z.object({
        sources: Count,
        pending: Count,
        approved: Count,
        blocked: Count,
        needsLegalReview: Count,
        readyForImport: Count,
      }),
      byType: z.array(CountRow),
      byRiskLevel: z.array(CountRow),
      readyForImport: Count,
    }),
    imports: z.object({
      total: Count,
      completed: Count,
      failedOrBlocked: Count,
      totalRecords: Count,
      importedRecords: Count,
      rejectedRecords: Count,
      errorRecords: Count,
    }),
    crawlers: z.object({ total: Count, runnable: Count, completed: Count, pagesSeen: Count, pagesImported: Count }),
    quality: z.object({ unresolvedFlags: Count, highOrCritical: Count }),
    blockers: z.array(
      z.object({
        key: z.string(),
        severity: z.enum(SEVERITIES),
        owner: z.enum(["admin", "owner", "system"]),
        message: z.string(),
      }),
    ),
    nextActions: NextActions,
  }),
});
export type AggregationReadiness = z.output<typeof AggregationReadiness>["data"];
