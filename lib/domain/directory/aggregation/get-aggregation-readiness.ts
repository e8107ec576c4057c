import { sql } from "drizzle-orm";
import { providers } from "@/db/schema/directory-providers";
import { crawlJobs, dataSources, importBatches, qualityFlags } from "@/db/schema/directory-sourcing";
import type { Ctx } from "@/lib/domain/context";
import { type AggregationFacts, judgeAggregation } from "@/lib/domain/directory/aggregation/judge-aggregation";
import type { AggregationReadiness } from "@/lib/domain/directory/aggregation/schemas";
import { countRows, readRow } from "@/lib/domain/directory/figures/figures-sql";

type Sources = AggregationFacts["sources"];

const isRefusedByRobots = sql`lower(coalesce(${dataSources.robotsStatus}, '')) in ('blocked', 'disallowed')`;

/** A null or a blank says nothing. */
const isGiven = (column: Parameters<typeof sql>[1]) => sql`coalesce(btrim(${column}), '') <> ''`;

const isReady = sql`${dataSources.status} = 'approved' and ${isGiven(dataSources.baseUrl)}
  and ${isGiven(dataSources.robotsStatus)} and ${isGiven(dataSources.termsNotes)}
  and ${isGiven(dataSources.jurisdiction)} and not ${isRefusedByRobots}`;

const riskLevel = sql`case
  when ${dataSources.status} = 'blocked' or ${isRefusedByRobots} then 'high'
  when ${dataSources.status} = 'needs_legal_review' or ${dataSources.sourceType} in ('provider_website', 'vendor')
    or not (${isGiven(dataSources.termsNotes)}) then 'medium'
  else 'low' end`;

async function readSources(ctx: Ctx): Promise<Sources> {
  const { byType, byRiskLevel, ...totals } = await readRow<Sources["totals"] & Pick<Sources, "byType" | "byRiskLevel">>(
    ctx,
    sql`select count(*)::int as "sources",
      count(*) filter (where ${dataSources.status} = 'pending')::int as "pending",
      count(*) filter (where ${dataSources.status} = 'approved')::int as "approved",
      count(*) filter (where ${dataSources.status} = 'blocked')::int as "blocked",
      count(*) filter (where ${dataSources.status} = 'needs_legal_review')::int as "needsLegalReview",
      count(*) filter (where ${isReady})::int as "readyForImport",
      ${countRows(sql`${dataSources.sourceType}`, sql`${dataSources}`)} as "byType",
      ${countRows(riskLevel, sql`${dataSources}`)} as "byRiskLevel"
    from ${dataSources}`,
  );
  return { totals, byType, byRiskLevel, readyForImport: totals.readyForImport };
}

const readImports = (ctx: Ctx) =>
  readRow<AggregationFacts["imports"]>(
    ctx,
    sql`select count(*)::int as "total",
      count(*) filter (where ${importBatches.status} in ('completed', 'completed_with_errors'))::int as "completed",
      count(*) filter (where ${importBatches.status} in ('failed', 'blocked_by_policy'))::int as "failedOrBlocked",
      coalesce(sum(${importBatches.totalRecords}), 0)::float8 as "totalRecords",
      coalesce(sum(${importBatches.importedRecords}), 0)::float8 as "importedRecords",
      coalesce(sum(${importBatches.rejectedRecords}), 0)::float8 as "rejectedRecords",
      coalesce(sum(${importBatches.errorRecords}), 0)::float8 as "errorRecords"
    from ${importBatches}`,
  );

const readCrawlers = (ctx: Ctx) =>
  readRow<AggregationFacts["crawlers"]>(
    ctx,
    sql`select count(*)::int as "total",
      count(*) filter (where ${crawlJobs.status} in ('queued', 'failed'))::int as "runnable",
      count(*) filter (where ${crawlJobs.status} = 'completed')::int as "completed",
      coalesce(sum(${crawlJobs.pagesSeen}), 0)::float8 as "pagesSeen",
      coalesce(sum(${crawlJobs.pagesImported}), 0)::float8 as "pagesImported"
    from ${crawlJobs}`,
  );

const readQuality = (ctx: Ctx) =>
  readRow<AggregationFacts["quality"]>(
    ctx,
    sql`select count(*)::int as "unresolvedFlags",
      count(*) filter (where ${qualityFlags.severity} in ('high', 'critical'))::int as "highOrCritical"
    from ${qualityFlags} where ${qualityFlags.resolvedAt} is null`,
  );

/** How far bringing listings together is, in counts: never a source, a batch, a job or a flag of its own. */
export async function getAggregationReadiness(ctx: Ctx): Promise<{ data: AggregationReadiness }> {
  const [{ listings }, sources, imports, crawlers, quality] = await Promise.all([
    readRow<{ listings: number }>(ctx, sql`select count(*)::int as "listings" from ${providers}`),
    readSources(ctx),
    readImports(ctx),
    readCrawlers(ctx),
    readQuality(ctx),
  ]);
  const judged = judgeAggregation({ listings, sources, imports, crawlers, quality });
  return { data: { generatedAt: ctx.now.toISOString(), ...judged } };
}
