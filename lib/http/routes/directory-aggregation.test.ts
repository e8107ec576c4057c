import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crawlJobs, dataSources, importBatches, qualityFlags } from "@/db/schema/directory-sourcing";
import { connection } from "@/lib/domain/connection";
import { PLANTED_MARKERS } from "@/lib/domain/directory/demo/planted";
import { seedDirectory } from "@/lib/domain/directory/demo/seed-directory";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { callAs, makeClient } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const READINESS = "/api/v1/partner/aggregation/readiness";
const at = new Date("2026-02-01T00:00:00.000Z");
const stamps = { createdAt: at, updatedAt: at };
const whole = { baseUrl: "https://hidden.example", jurisdiction: "CO", robotsStatus: "allowed", termsNotes: "hidden" };

/** What is there belongs to the whole directory, so each test clears it before. */
async function clear(): Promise<void> {
  for (const table of [qualityFlags, crawlJobs, importBatches, dataSources]) await db.delete(table);
}

async function addSource(id: string, source: Partial<typeof dataSources.$inferInsert> = {}): Promise<void> {
  const { status = "approved" } = source;
  const approvedAt = status === "approved" ? at : null;
  const fixed = { id, name: "hidden", sourceType: "state_license" as const, approvedAt, ...whole, ...stamps };
  await db.insert(dataSources).values({ ...fixed, ...source, status });
}

const batch = { name: "hidden", sourceKind: "csv", ...stamps };

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    ({ secret } = await makeClient());
  });
  afterAll(() => mounted.close());

  const read = async () => (await mounted.call(callAs(secret, READINESS))).body.data;
  const keys = (data: { blockers: { key: string }[] }) => data.blockers.map(({ key }) => key);

  test("with nothing there, sources and batches are missing and the state is blocked", async () => {
    await clear();
    const data = await read();
    expect(data).toMatchObject({
      status: "blocked",
      launchTarget: { importedListings: 5000, enrichedListings: 1000, claimedListings: 100 },
      progress: { importedPercent: expect.any(Number), stagedRecords: 0, errorRate: 0, rejectionRate: 0 },
      sources: { byType: [], byRiskLevel: [], readyForImport: 0 },
    });
    expect(keys(data)).toEqual(["no_approved_data_sources", "no_import_batches"]);
    expect(data.nextActions).toHaveLength(2);
  });

  test("sources are counted by type, risk and whether they may be imported", async () => {
    await clear();
    await addSource("ready");
    await addSource("ready-too", { sourceType: "cms" });
    await addSource("refused", { robotsStatus: "Disallowed" });
    await addSource("website", { sourceType: "provider_website" });
    await addSource("no-terms", { termsNotes: " " });
    await addSource("legal", { status: "needs_legal_review" });
    await addSource("stopped", { status: "blocked" });
    await addSource("waiting", { status: "pending" });
    await db.insert(importBatches).values({ id: "only", status: "completed", ...batch });
    const data = await read();
    expect(data.sources).toEqual({
      totals: { sources: 8, pending: 1, approved: 5, blocked: 1, needsLegalReview: 1, readyForImport: 3 },
      byType: [
        { key: "state_license", count: 6 },
        { key: "cms", count: 1 },
        { key: "provider_website", count: 1 },
      ],
      byRiskLevel: [
        { key: "low", count: 3 },
        { key: "medium", count: 3 },
        { key: "high", count: 2 },
      ],
      readyForImport: 3,
    });
    expect(data.status).toBe("action_required");
    expect(keys(data)).toEqual(["blocked_or_legal_review_sources"]);
  });

  test("imports, crawls and flags are summed, and what failed stands in the way", async () => {
    await clear();
    await addSource("ready");
    const totals = { totalRecords: 100, importedRecords: 60, rejectedRecords: 25, errorRecords: 5 };
    await db.insert(importBatches).values([
      { id: "done", status: "completed_with_errors", ...totals, ...batch },
      { id: "broken", status: "failed", ...batch },
      { id: "stopped", status: "blocked_by_policy", ...batch },
    ]);
    const crawl = { dataSourceId: "ready", seedUrl: "https://hidden.example", ...stamps };
    await db.insert(crawlJobs).values([
      { id: "a", status: "completed", pagesSeen: 40, pagesImported: 30, ...crawl },
      { id: "b", status: "failed", pagesSeen: 2, ...crawl },
      { id: "c", status: "queued", ...crawl },
    ]);
    const flag = { subjectType: "provider", subjectId: "hidden", flagKey: "stale", message: "hidden", createdAt: at };
    await db.insert(qualityFlags).values([
      { id: "a", severity: "critical", ...flag },
      { id: "b", severity: "low", ...flag },
      { id: "c", severity: "high", resolvedAt: at, ...flag },
    ]);
    const data = await read();
    expect(data).toMatchObject({
      status: "blocked",
      progress: { stagedRecords: 10, errorRate: 5, rejectionRate: 25 },
      imports: { total: 3, completed: 1, failedOrBlocked: 2, ...totals },
      crawlers: { total: 3, runnable: 2, completed: 1, pagesSeen: 42, pagesImported: 30 },
      quality: { unresolvedFlags: 2, highOrCritical: 1 },
    });
    expect(keys(data)).toEqual(["failed_import_batches", "critical_data_quality_flags"]);
    expect(JSON.stringify(data)).not.toContain("hidden");
  });

  test("with a source, a batch and nothing amiss it is ready", async () => {
    await clear();
    await addSource("ready");
    await db.insert(importBatches).values({ id: "done", status: "completed", ...batch });
    expect(await read()).toMatchObject({ status: "ready", blockers: [], nextActions: [expect.any(String)] });
  });
});

test("no answer of these groups holds a planted private value", { timeout: 60_000 }, async () => {
  await clear();
  await seedDirectory(db, { now: new Date(), providers: 40, plants: true });
  const { secret } = await makeClient({ rateLimitPerMinute: 10_000 });
  const mounted = await mounts[0]!.start(directoryRoutes);
  const base = "/api/v1/partner";
  const { body: providerList } = await mounted.call(callAs(secret, `${base}/providers?pageSize=100`));
  const { body: eventList } = await mounted.call(callAs(secret, `${base}/events?pageSize=100`));
  const targets = [
    ...[READINESS, `${base}/providers?pageSize=100`, `${base}/events?pageSize=100`],
    ...providerList.data.flatMap(({ id }: { id: string }) =>
      ["", "/visibility", "/event-summary"].map((rest) => `${base}/providers/${id}${rest}`),
    ),
    ...eventList.data.map(({ id }: { id: string }) => `${base}/events/${id}/analytics`),
  ];
  for (const target of targets) {
    const { status, text } = await mounted.call(callAs(secret, target));
    expect(status).toBe(200);
    for (const marker of PLANTED_MARKERS) expect(text, target).not.toContain(marker);
  }
  await mounted.close();
});
