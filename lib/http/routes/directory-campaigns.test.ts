import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeProvider } from "@/db/testing/directory-factories";
import { makeAsset, makeCampaignMetric, makeMarketingCampaign } from "@/db/testing/make-content";
import { connection } from "@/lib/domain/connection";
import { MARKETING_CAMPAIGN_STATUSES, PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { makeClient } from "@/lib/testing/directory";
import { readAs, traverse } from "@/lib/testing/directory-pages";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const at = (day: number) => new Date(Date.UTC(2026, 4, day));

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  let provider: Awaited<ReturnType<typeof makeProvider>>;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    secret = (await makeClient({ scopes: ["campaigns:read"] })).secret;
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    provider = await makeProvider(db);
  });

  const read = (target: string) => readAs(mounted, secret, target);
  const make = (values: Parameters<typeof makeMarketingCampaign>[1] = {}) =>
    makeMarketingCampaign(db, { providerId: provider.id, ...values });
  const idsOf = async (query: string) =>
    (await read(`campaigns?providerId=${provider.id}&${query}`)).body.data.map(({ id }: { id: string }) => id);

  test("a campaign shows its audience as rules, and leaves out what it does not have", async () => {
    const { id } = await make({ objective: "Visits", startsAt: at(1), endsAt: at(9), channels: ["email", "web"] });
    const { body } = await read(`campaigns?providerId=${provider.slug}`);
    expect(body.data).toEqual([
      {
        ...{ id, providerId: provider.id, campaignType: "local_seo", status: "published", name: "Spring tours" },
        ...{ objective: "Visits", audience: { region: "Front Range" }, channels: ["email", "web"] },
        ...{ startsAt: at(1).toISOString(), endsAt: at(9).toISOString() },
        createdAt: "2026-05-01T12:00:00.000Z",
      },
    ]);
    expect(body.meta.filters).toEqual({ providerId: provider.id, status: "published", includeMetrics: false });
    expect(body.meta).not.toHaveProperty("metrics");
  });

  test("only published campaigns are listed unless another public status is named", async () => {
    const ids: Record<string, string> = {};
    for (const status of MARKETING_CAMPAIGN_STATUSES) ids[status] = (await make({ status })).id;
    for (const status of PUBLIC_CAMPAIGN_STATUSES) expect(await idsOf(`status=${status}`)).toEqual([ids[status]]);
    for (const status of ["", "draft", "blocked_by_policy", "generated", "pending_approval", "approved", "nonsense"]) {
      expect(await idsOf(`status=${status}`)).toEqual([ids.published]);
    }
  });

  test("the list is in order of the last change, and each page's rows are its own", async () => {
    const made: string[] = [];
    for (const day of [1, 5, 3, 3, 2]) made.push((await make({ updatedAt: at(day), createdAt: at(9) })).id);
    const ordered = [made[1], ...[made[2]!, made[3]!].toSorted(), made[4], made[0]];
    expect(await traverse(mounted, secret, `campaigns?providerId=${provider.id}`)).toEqual(ordered);
    const { id } = await make({ campaignType: "newsletter" });
    expect(await idsOf("campaignType=newsletter")).toEqual([id]);
    expect(await idsOf("campaignType=nonsense")).toHaveLength(6);
  });

  test.each(["1", "true", "yes"])(
    "includeMetrics=%s adds sums over every public campaign of the provider",
    async (flag) => {
      const published = await make();
      const completed = await make({ status: "completed" });
      const draft = await make({ status: "draft" });
      for (const { id } of [published, completed, draft]) {
        await makeAsset(db, { campaignId: id });
        await makeAsset(db, { campaignId: id, status: "draft" });
        await makeCampaignMetric(db, { campaignId: id, metricKey: "impressions", metricValue: 100 });
        await makeCampaignMetric(db, { campaignId: id, metricKey: "clicks", metricValue: 3 });
        await makeCampaignMetric(db, { campaignId: id, metricKey: "clicks", metricValue: 4 });
      }
      const { body } = await read(`campaigns?providerId=${provider.slug}&includeMetrics=${flag}`);
      expect(body.meta.metrics).toEqual({
        providerId: provider.id,
        generatedAt: expect.any(String),
        campaigns: { total: 2, draft: 0, published: 1, blocked: 0, completed: 1 },
        assets: { total: 4, approved: 2, draft: 2, blocked: 0 },
        metrics: { impressions: 200, clicks: 14, leads: 0, conversions: 0, clickThroughRate: 0.07 },
        nextActions: [expect.stringMatching(/draft assets/), expect.stringMatching(/lead tracking/)],
      });
      expect(body.data).toHaveLength(1);
      const { body: all } = await read("campaigns?includeMetrics=true&pageSize=1");
      expect(all.meta.metrics.campaigns.total).toBeGreaterThanOrEqual(2);
      expect(all.meta.metrics).not.toHaveProperty("providerId");
    },
  );

  test("a summary counts all campaigns, and shows the newest that are public", async () => {
    const shown = await make({ createdAt: at(3), channels: ["email", "web"] });
    await make({ createdAt: at(2), status: "paused", campaignType: "ai_chat" });
    await make({ createdAt: at(4), status: "draft", name: "PRIVATE draft" });
    const blocked = await make({ createdAt: at(5), status: "blocked_by_policy", name: "PRIVATE blocked" });
    await makeAsset(db, { campaignId: shown.id });
    await makeAsset(db, { campaignId: blocked.id, status: "blocked" });
    await makeCampaignMetric(db, { campaignId: shown.id, metricKey: "impressions", metricValue: 30 });
    await makeCampaignMetric(db, { campaignId: shown.id, metricKey: "clicks", metricValue: 1 });
    await makeCampaignMetric(db, { campaignId: blocked.id, metricKey: "leads", metricValue: 2 });
    await makeMarketingCampaign(db);
    const { body } = await read(`providers/${provider.slug}/campaign-summary`);
    expect(body.data).toEqual({
      provider: expect.objectContaining({ id: provider.id, slug: provider.slug, city: "Denver", state: "CO" }),
      generatedAt: expect.any(String),
      campaigns: { total: 4, draft: 1, published: 1, blocked: 1, completed: 0 },
      assets: { total: 2, approved: 1, draft: 0, blocked: 1 },
      metrics: { impressions: 30, clicks: 1, leads: 2, conversions: 0, clickThroughRate: 0.0333 },
      distributions: {
        byType: [
          { key: "local_seo", count: 3 },
          { key: "ai_chat", count: 1 },
        ],
        byStatus: ["blocked_by_policy", "draft", "paused", "published"].map((key) => ({ key, count: 1 })),
        byChannel: [
          { key: "email", count: 4 },
          { key: "web", count: 1 },
        ],
      },
      recentCampaigns: [
        {
          ...{ id: shown.id, campaignType: "local_seo", status: "published", name: "Spring tours" },
          ...{ channels: ["email", "web"], createdAt: at(3).toISOString(), assetCount: 1, metricCount: 2 },
        },
        expect.objectContaining({ status: "paused", assetCount: 0, metricCount: 0 }),
      ],
      nextActions: [expect.any(String)],
    });
    expect(Object.keys(body.meta.contentRules)).toEqual([
      "providerScopedCampaignsOnly",
      "aggregateMetricsOnly",
      "blockedCampaignContentExcluded",
      "campaignAudiencePayloadExcluded",
      "assetBodyExcluded",
      "assetPayloadExcluded",
      "metricPayloadExcluded",
      "rowLevelMetricRecordsExcluded",
    ]);
  });

  test("a summary shows the newest ten by when they were made, namesakes of a moment by id", async () => {
    const made: string[] = [];
    for (const day of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]) {
      made.push((await make({ createdAt: at(day), updatedAt: at(20 - day) })).id);
    }
    const { recentCampaigns } = (await read(`providers/${provider.slug}/campaign-summary`)).body.data;
    expect(recentCampaigns.map(({ id }: { id: string }) => id)).toEqual([
      ...made.slice(9).toSorted(),
      ...made.slice(1, 9).toReversed(),
    ]);
  });

  test("a provider that partners do not see is unknown, and has no campaigns and no figures", async () => {
    const hidden = await makeProvider(db, { status: "closed" });
    await make({ providerId: hidden.id });
    for (const key of [hidden.id, hidden.slug]) {
      expect(await read(`providers/${key}/campaign-summary`)).toMatchObject({ code: "provider_not_found" });
      const { body } = await read(`campaigns?providerId=${key}&includeMetrics=1`);
      expect(body).toMatchObject({ data: [], meta: { count: 0, metrics: { campaigns: { total: 0 } } } });
    }
  });
});
