import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adImpressions } from "@/db/schema/directory-ads";
import { makeProvider } from "@/db/testing/directory-factories";
import { makeAdCampaign, makeClicks, makeCreative, makeImpressions, makePlacement } from "@/db/testing/make-content";
import { connection } from "@/lib/domain/connection";
import { AD_CAMPAIGN_STATUSES } from "@/lib/domain/directory/ads/statuses";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { newObjectId } from "@/lib/platform/ids";
import { makeClient } from "@/lib/testing/directory";
import { readAs, traverse } from "@/lib/testing/directory-pages";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 3, day, hour));
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  let provider: Awaited<ReturnType<typeof makeProvider>>;
  let placement: Awaited<ReturnType<typeof makePlacement>>;
  let campaign: Awaited<ReturnType<typeof makeAdCampaign>>;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    secret = (await makeClient({ scopes: ["ads:read"] })).secret;
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    provider = await makeProvider(db);
    placement = await makePlacement(db);
    campaign = await makeAdCampaign(db, { providerId: provider.id });
  });

  const read = (target: string) => readAs(mounted, secret, target);
  const summary = (query = "") => read(`providers/${provider.slug}/ad-summary?${query}`);
  const make = (values: Partial<Parameters<typeof makeCreative>[1]> = {}) =>
    makeCreative(db, { placementId: placement.id, campaignId: campaign.id, ...values });
  const shown = async (query = "") => {
    const { body } = await read(`ads/placements?placementKey=${placement.placementKey}&includeCreatives=1&${query}`);
    return body.data[0].deliveryPreview;
  };

  describe("an ad summary", () => {
    test("adds up a period, its whole days and its ends, by placement", async () => {
      const creative = await make();
      const { placementKey } = placement;
      const traffic = { placementKey, creativeId: creative.id };
      for (const [times, moment] of [
        [1, at(1, 5)],
        [2, at(1, 7)],
        [10, at(2, 12)],
        [3, at(4, 6)],
        [5, at(4, 7)],
      ] as const) {
        await makeImpressions(db, times, { ...traffic, at: moment });
      }
      await makeClicks(db, 3, { ...traffic, at: at(2, 13) });
      const period = `from=${at(1, 6).toISOString()}&to=${at(4, 6).toISOString()}`;
      const { body } = await summary(period);
      expect(body.data).toEqual({
        provider: expect.objectContaining({ id: provider.id, city: "Denver" }),
        generatedAt: expect.any(String),
        status: "active",
        filters: { providerId: provider.id, from: at(1, 6).toISOString(), to: at(4, 6).toISOString() },
        totals: { placements: 1, activeCreatives: 1, impressions: 15, clicks: 3, ctr: 0.2 },
        health: { hasActiveCreatives: true, hasTrackedTraffic: true, activePlacements: 1, averageCtr: 0.2 },
        placements: [
          {
            ...{ placementKey, surface: "web", activeCreatives: 1, impressions: 15, clicks: 3, ctr: 0.2 },
            lastActivityAt: at(4, 6).toISOString(),
          },
        ],
        recommendations: [expect.any(String)],
      });
      expect(body.meta.lookup.requestedId).toBe(provider.slug);
      expect(Object.keys(body.meta.contentRules)).toEqual([
        "aggregateReportingOnly",
        "providerScopedCreativesOnly",
        "rawCreativePayloadExcluded",
        "creativeBodyExcluded",
        "destinationUrlsExcluded",
        "visitorContextExcluded",
        "requestIdsExcluded",
        "impressionClickRowsExcluded",
      ]);
    });

    test("covers 30 days up to now unless said", async () => {
      const creative = await make();
      const traffic = { placementKey: placement.placementKey, creativeId: creative.id };
      await makeImpressions(db, 2, { ...traffic, at: hoursAgo(0) });
      await makeImpressions(db, 4, { ...traffic, at: hoursAgo(29 * 24) });
      await makeImpressions(db, 8, { ...traffic, at: hoursAgo(31 * 24) });
      const { body } = await summary();
      expect(body.data.totals.impressions).toBe(6);
      const { from, to } = body.data.filters;
      expect(Date.parse(to) - Date.parse(from)).toBe(30 * 86_400_000);
    });

    test("counts the provider's own creatives alone, at the placement named alone", async () => {
      const other = await makePlacement(db);
      const [own, elsewhere] = [await make(), await make({ placementId: other.id })];
      const strangers = await makeAdCampaign(db, { providerId: (await makeProvider(db)).id });
      const foreign = await make({ campaignId: strangers.id });
      for (const { id } of [own, foreign]) {
        await makeImpressions(db, 2, { placementKey: placement.placementKey, creativeId: id, at: hoursAgo(1) });
      }
      await makeImpressions(db, 4, { placementKey: other.placementKey, creativeId: elsewhere.id, at: hoursAgo(1) });
      expect((await summary()).body.data.totals).toMatchObject({ placements: 2, impressions: 6 });
      const { body } = await summary(`placementKey=${placement.placementKey}`);
      expect(body.data.totals).toMatchObject({ placements: 1, activeCreatives: 1, impressions: 2 });
      expect(body.data.filters.placementKey).toBe(placement.placementKey);
    });

    test("says what is missing first", async () => {
      expect((await summary()).body.data).toMatchObject({ status: "needs_creative", placements: [] });
      const creative = await make();
      const { body } = await summary();
      expect(body.data).toMatchObject({ status: "needs_distribution", placements: [{ impressions: 0, ctr: 0 }] });
      expect(body.data.placements[0]).not.toHaveProperty("lastActivityAt");
      const traffic = { placementKey: placement.placementKey, creativeId: creative.id, at: hoursAgo(1) };
      await makeImpressions(db, 1, traffic);
      expect((await summary()).body.data.status).toBe("needs_measurement");
      await makeClicks(db, 1, traffic);
      expect((await summary()).body.data.status).toBe("active");
    });

    test.each([
      ["from=yesterday", "from"],
      ["to=2026-02-30", "to"],
      ["from=2026-05-02&to=2026-05-01", "from"],
      ["from=2999-01-01", "from"],
    ])("refuses %s and names the field", async (query, field) => {
      const answer = await summary(query);
      expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
      expect(answer.body.error).toContain(field);
    });

    test("of a provider that partners do not see is not found", async () => {
      const hidden = await makeProvider(db, { status: "imported" });
      for (const key of [hidden.id, hidden.slug]) {
        expect(await read(`providers/${key}/ad-summary`)).toMatchObject({ code: "provider_not_found" });
      }
    });
  });

  describe("the placements", () => {
    test("are listed by key, each once, the inactive ones only on request", async () => {
      const mark = `z-${newObjectId()}`;
      for (const n of [3, 1, 2]) await makePlacement(db, { placementKey: `${mark}.${n}`, isActive: n !== 2 });
      const keysOf = async (query: string) => {
        const { body } = await read(`ads/placements?pageSize=100&${query}`);
        const keys = body.data.map(({ placementKey }: { placementKey: string }) => placementKey);
        return keys.filter((key: string) => key.startsWith(mark));
      };
      expect(await keysOf("")).toEqual([`${mark}.1`, `${mark}.3`]);
      expect(await keysOf("activeOnly=no")).toEqual([`${mark}.1`, `${mark}.3`]);
      expect(await keysOf("activeOnly=false")).toEqual([`${mark}.1`, `${mark}.2`, `${mark}.3`]);
      const ids = await traverse(mounted, secret, "ads/placements?activeOnly=false");
      expect(new Set(ids).size).toBe(ids.length);
    });

    test("show themselves and the filters in force, and no preview unless asked", async () => {
      const { id, placementKey } = await makePlacement(db, { surface: "mobile", disclosureLabel: " " });
      await makePlacement(db, { placementKey: `${placementKey}.other` });
      const { body } = await read(
        `ads/placements?placementKey=${placementKey}&surface=mobile&visitorKey=v&sessionKey=s`,
      );
      expect(body.data).toEqual([
        {
          ...{ id, placementKey, name: "A placement", surface: "mobile", disclosureRequired: true },
          ...{ disclosureLabel: "Sponsored", isActive: true, createdAt: "2026-05-01T12:00:00.000Z" },
        },
      ]);
      expect(body.meta.filters).toEqual({
        ...{ placementKey, surface: "mobile", activeOnly: true, includeCreatives: false },
        ...{ visitorKey: "v", sessionKey: "s" },
      });
      expect((await read(`ads/placements?placementKey=${placementKey}&surface=web`)).body.data).toEqual([]);
      expect((await read(`ads/placements?placementKey=${placementKey}&surface=car`)).body.data).toHaveLength(1);
    });
  });

  describe("a delivery preview", () => {
    test("shows what is displayed of a creative, with its label", async () => {
      const { id } = await make({
        disclosureLabel: "",
        body: "Lunch for visitors.",
        imageUrl: "https://images.example/1",
      });
      expect(await shown()).toEqual({
        ...{ placementKey: placement.placementKey, disclosureRequired: true, disclosureLabel: "Sponsored" },
        creatives: [
          {
            ...{ id, placementKey: placement.placementKey, headline: "Come and see us", body: "Lunch for visitors." },
            ...{ imageUrl: "https://images.example/1", destinationUrl: "https://offers.example/1" },
            ...{ disclosureLabel: "Sponsored", payload: { callToAction: "Plan a visit" } },
          },
        ],
        delivery: {
          ...{ eligibleCreatives: 1, suppressedCreatives: 0 },
          frequencyCap: { maxImpressions: 3, windowHours: 24 },
        },
      });
    });

    test("holds active creatives of running campaigns alone, three at most", async () => {
      for (const status of AD_CAMPAIGN_STATUSES.filter((status) => status !== "active")) {
        await make({ campaignId: (await makeAdCampaign(db, { providerId: provider.id, status })).id });
      }
      for (const dates of [{ startsAt: hoursAgo(-1) }, { endsAt: hoursAgo(1) }]) {
        await make({ campaignId: (await makeAdCampaign(db, { providerId: provider.id, ...dates })).id });
      }
      await make({ isActive: false });
      expect((await shown()).delivery.eligibleCreatives).toBe(0);
      for (let n = 0; n < 4; n++) await make();
      const preview = await shown();
      expect(preview.delivery.eligibleCreatives).toBe(4);
      expect(preview.creatives).toHaveLength(3);
    });

    test("is missing where the placement is not active", async () => {
      const { placementKey } = await makePlacement(db, { isActive: false });
      const { body } = await read(`ads/placements?placementKey=${placementKey}&activeOnly=false&includeCreatives=yes`);
      expect(body.data[0]).toMatchObject({ isActive: false });
      expect(body.data[0]).not.toHaveProperty("deliveryPreview");
    });

    test("holds back what a visitor, else a session, saw three times in 24 hours, and records nothing", async () => {
      const [worn, fresh] = [await make(), await make()];
      const [visitorKey, sessionKey] = [newObjectId(), newObjectId()];
      const saw = (times: number, creativeId: string, hours: number) =>
        makeImpressions(db, times, {
          ...{ placementKey: placement.placementKey, creativeId, at: hoursAgo(hours) },
          ...{ visitorKey, sessionKey },
        });
      await saw(2, worn.id, 1);
      await saw(2, fresh.id, 1);
      await saw(5, fresh.id, 25);
      expect((await shown(`visitorKey=${visitorKey}`)).delivery.suppressedCreatives).toBe(0);
      await saw(1, worn.id, 23);
      for (const query of [`visitorKey=${visitorKey}`, `sessionKey=${sessionKey}`]) {
        const preview = await shown(query);
        expect(preview.creatives.map(({ id }: { id: string }) => id)).toEqual([fresh.id]);
        expect(preview.delivery).toMatchObject({ eligibleCreatives: 1, suppressedCreatives: 1 });
      }
      expect((await shown()).delivery.eligibleCreatives).toBe(2);
      expect((await shown("visitorKey=nobody")).delivery.eligibleCreatives).toBe(2);
      const [counted] = await db
        .select({ rows: count() })
        .from(adImpressions)
        .where(eq(adImpressions.placementKey, placement.placementKey));
      expect(counted!.rows).toBe(10);
    });
  });
});
