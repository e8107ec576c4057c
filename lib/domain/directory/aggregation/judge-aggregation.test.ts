import { expect, test } from "vitest";
import { type AggregationFacts, judgeAggregation } from "@/lib/domain/directory/aggregation/judge-aggregation";

const TOTALS = { sources: 1, pending: 0, approved: 1, blocked: 0, needsLegalReview: 0, readyForImport: 1 };
const READY: AggregationFacts = {
  listings: 10,
  sources: { totals: TOTALS, byType: [], byRiskLevel: [], readyForImport: 1 },
  imports: {
    ...{ total: 1, completed: 1, failedOrBlocked: 0 },
    ...{ totalRecords: 200, importedRecords: 150, rejectedRecords: 1, errorRecords: 3 },
  },
  crawlers: { total: 0, runnable: 0, completed: 0, pagesSeen: 0, pagesImported: 0 },
  quality: { unresolvedFlags: 4, highOrCritical: 0 },
};

const withSources = (totals: Partial<typeof TOTALS>) => ({
  sources: { ...READY.sources, totals: { ...TOTALS, ...totals } },
});
const withImports = (imports: Partial<AggregationFacts["imports"]>) => ({ imports: { ...READY.imports, ...imports } });
const judge = (facts: Partial<AggregationFacts> = {}) => judgeAggregation({ ...READY, ...facts });

test.each<[string, string, string, string, Partial<AggregationFacts>]>([
  ["no_approved_data_sources", "critical", "admin", "blocked", withSources({ approved: 0 })],
  ["no_import_batches", "high", "admin", "action_required", withImports({ total: 0 })],
  ["failed_import_batches", "high", "system", "action_required", withImports({ failedOrBlocked: 1 })],
  [
    ...(["critical_data_quality_flags", "critical", "admin", "blocked"] as const),
    { quality: { unresolvedFlags: 4, highOrCritical: 1 } },
  ],
  ["blocked_or_legal_review_sources", "medium", "owner", "action_required", withSources({ blocked: 1 })],
  ["blocked_or_legal_review_sources", "medium", "owner", "action_required", withSources({ needsLegalReview: 1 })],
])("%s is %s, for the %s, and makes the state %s", (key, severity, owner, status, facts) => {
  const judged = judge(facts);
  expect(judged).toMatchObject({ status, blockers: [{ key, severity, owner }] });
  expect(judged.nextActions).toHaveLength(1);
});

test("with nothing amiss it is ready, whatever flags of lower severity are open", () => {
  expect(judge()).toMatchObject({ status: "ready", blockers: [], nextActions: [expect.any(String)] });
});

test.each([
  [0, 0],
  [24, 0],
  [25, 1],
  [2_500, 50],
  [5_000, 100],
  [9_000, 100],
])("%i listings are %i percent of the target", (listings, importedPercent) => {
  expect(judge({ listings }).progress).toMatchObject({ importedListings: listings, importedPercent });
});

test("rates are whole percents of all records, and what is neither imported nor refused is staged", () => {
  expect(judge().progress).toMatchObject({ stagedRecords: 46, errorRate: 2, rejectionRate: 1 });
  const none = { totalRecords: 0, importedRecords: 0, rejectedRecords: 0, errorRecords: 0 };
  expect(judge(withImports(none)).progress).toMatchObject({ stagedRecords: 0, errorRate: 0, rejectionRate: 0 });
});
