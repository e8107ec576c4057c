import { type AggregationReadiness, LAUNCH_TARGET } from "@/lib/domain/directory/aggregation/schemas";

export type AggregationFacts = Pick<AggregationReadiness, "sources" | "imports" | "crawlers" | "quality"> & {
  listings: number;
};

type Blocker = AggregationReadiness["blockers"][number];

/** Whole percents, never more than a hundred; 0 of nothing. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole));
}

function blockersOf({ sources, imports, quality }: AggregationFacts): Blocker[] {
  const { approved, blocked, needsLegalReview } = sources.totals;
  const possible: (Blocker & { applies: boolean })[] = [
    {
      applies: approved === 0,
      key: "no_approved_data_sources",
      severity: "critical",
      owner: "admin",
      message: "No data source is approved, so nothing may be imported.",
    },
    {
      applies: imports.total === 0,
      key: "no_import_batches",
      severity: "high",
      owner: "admin",
      message: "No import batch exists yet.",
    },
    {
      applies: imports.failedOrBlocked > 0,
      key: "failed_import_batches",
      severity: "high",
      owner: "system",
      message: "Some import batches failed or were blocked by policy.",
    },
    {
      applies: quality.highOrCritical > 0,
      key: "critical_data_quality_flags",
      severity: "critical",
      owner: "admin",
      message: "Quality flags of high or critical severity are not resolved.",
    },
    {
      applies: blocked + needsLegalReview > 0,
      key: "blocked_or_legal_review_sources",
      severity: "medium",
      owner: "owner",
      message: "Some data sources are blocked or wait for legal review.",
    },
  ];
  return possible.filter(({ applies }) => applies).map(({ applies: _, ...blocker }) => blocker);
}

const REMEDIES: Record<string, string> = {
  no_approved_data_sources: "Approve a first data source.",
  no_import_batches: "Create and run a first import batch.",
  failed_import_batches: "Look into the failed import batches and run them again.",
  critical_data_quality_flags: "Resolve the quality flags of high and critical severity.",
  blocked_or_legal_review_sources: "Decide on the sources that are blocked or in legal review.",
};

/** Progress, what stands in the way and what to do next (contract 5.21). */
export function judgeAggregation(facts: AggregationFacts): Omit<AggregationReadiness, "generatedAt"> {
  const { listings, sources, imports, crawlers, quality } = facts;
  const { totalRecords, importedRecords, rejectedRecords, errorRecords } = imports;
  const blockers = blockersOf(facts);
  const isBlocked = blockers.some(({ severity }) => severity === "critical");
  const remedies = blockers.map(({ key }) => REMEDIES[key]!);
  return {
    status: isBlocked ? "blocked" : blockers.length > 0 ? "action_required" : "ready",
    launchTarget: LAUNCH_TARGET,
    progress: {
      importedListings: listings,
      importedPercent: percent(listings, LAUNCH_TARGET.importedListings),
      stagedRecords: Math.max(0, totalRecords - importedRecords - rejectedRecords - errorRecords),
      errorRate: percent(errorRecords, totalRecords),
      rejectionRate: percent(rejectedRecords, totalRecords),
    },
    ...{ sources, imports, crawlers, quality, blockers },
    nextActions: remedies.length > 0 ? remedies : ["Keep importing from the approved sources."],
  };
}
