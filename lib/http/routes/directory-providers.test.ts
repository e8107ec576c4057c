import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claims } from "@/db/schema/directory-claims";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import {
  providerCategories,
  providerCategoryAssignments,
  providerEntitlements,
  providerLocations,
  providerSources,
  providers,
} from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import { makeCommunityEvent, makeProvider } from "@/db/testing/directory-factories";
import { connection } from "@/lib/domain/connection";
import { PROVIDER_STATUSES, PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { changeListener } from "@/lib/platform/change-listener";
import { newUuidId } from "@/lib/platform/ids";
import { callAs, makeClient } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const LIST = "/api/v1/partner/providers";
const at = new Date("2026-02-01T00:00:00.000Z");
const HIDDEN = PROVIDER_STATUSES.filter((status) => !(PUBLIC_PROVIDER_STATUSES as readonly string[]).includes(status));

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  /** A city of each test's own, so that its filter gives the test's rows alone. */
  let city: string;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    changeListener().start();
    ({ secret } = await makeClient({ rateLimitPerMinute: 10_000 }));
  });
  afterAll(() => mounted.close());
  beforeEach(() => {
    city = `City ${newUuidId("provider").slice(-8)}`;
  });

  const get = async (target: string) => {
    await changeListener().settle();
    return mounted.call(callAs(secret, target));
  };
  const list = (query = "") => get(`${LIST}?city=${encodeURIComponent(city.toUpperCase())}${query}`);
  const names = (answer: { body: { data: { name: string }[] } }) => answer.body.data.map(({ name }) => name);

  test("a list holds the visible providers by name with address, categories and source", async () => {
    const categoryId = newUuidId("provider");
    const slug = `memory-care-${categoryId}`;
    await db.insert(providerCategories).values({ id: categoryId, name: "Memory Care", slug, createdAt: at });
    const second = await makeProvider(db, { city, name: "B house", phone: "+1 303 555 0101", email: "x@y.example" });
    const first = await makeProvider(db, { city, name: "A house", status: "growth_partner", adminNotes: "hush" });
    for (const status of HIDDEN) await makeProvider(db, { city, status });
    await db.insert(providerCategoryAssignments).values({ providerId: first.id, categoryId, createdAt: at });
    const answer = await list();
    expect(answer.status).toBe(200);
    expect(answer.body.meta).toMatchObject({ count: 2, pagination: { total: 2, page: 1, pageSize: 50, pageCount: 1 } });
    const shared = {
      city,
      state: "CO",
      zip: "80203",
      address: "12 Pearl Street",
      confidenceScore: 0.9,
      source: {
        name: "State licensing register",
        url: "https://register.example/1",
        fetchedAt: "2026-01-01T00:00:00.000Z",
        confidence: 0.9,
      },
    };
    expect(answer.body.data).toEqual([
      {
        id: first.id,
        name: "A house",
        slug: first.slug,
        status: "growth_partner",
        categories: ["Memory Care"],
        ...shared,
      },
      {
        ...{ id: second.id, name: "B house", slug: second.slug, status: "verified", categories: [], ...shared },
        phone: "+1 303 555 0101",
      },
    ]);
    expect(names(await list(`&category=${slug}`))).toEqual(["A house"]);
    expect(names(await list("&category=MEMORY%20care"))).toEqual(["A house"]);
    expect(names(await list("&status=verified"))).toEqual(["B house"]);
    expect(names(await list("&status=suspended"))).toEqual(["A house", "B house"]);
    expect(names(await list("&q=b%20HOU"))).toEqual(["B house"]);
    expect(names(await list("&q=%25"))).toEqual([]);
    expect(names(await list("&state=co"))).toEqual(["A house", "B house"]);
    expect(names(await list("&state=wy"))).toEqual([]);
  });

  test("walking the pages visits every row once, and a page past the end is the last", async () => {
    for (const n of [5, 3, 1, 4, 2]) await makeProvider(db, { city, name: `House ${n}` });
    const walked: string[] = [];
    for (let page: number | null = 1; page; ) {
      const answer = await list(`&pageSize=2&page=${page}`);
      walked.push(...names(answer));
      page = answer.body.meta.pagination.nextPage;
    }
    expect(walked).toEqual(["House 1", "House 2", "House 3", "House 4", "House 5"]);
    const last = await list("&pageSize=2&page=99999");
    expect(names(last)).toEqual(["House 5"]);
    expect(last.body.meta.pagination).toMatchObject({ page: 3, hasNextPage: false, previousPage: 2, offset: 4 });
    expect((await list("&pageSize=500")).body.meta.pagination.pageSize).toBe(100);
    expect((await list("&pageSize=x&page=")).body.meta.pagination).toMatchObject({ page: 1, pageSize: 50 });
  });

  test("namesakes keep one order: that of their ids", async () => {
    const made = [];
    for (let n = 0; n < 4; n++) made.push(await makeProvider(db, { city, name: "Namesake" }));
    const listed = (await list()).body.data.map(({ id }: { id: string }) => id);
    expect(listed).toEqual(made.map(({ id }) => id).toSorted());
  });

  test("a page that was kept shows every change of what it is made of on the next call", async () => {
    // Before all names of other tests, so that it is on the first page.
    const name = `  ${newUuidId("provider")}`;
    const provider = await makeProvider(db, { name });
    const shown = async () => {
      const { body } = await get(`${LIST}?pageSize=100`);
      return body.data.find(({ id }: { id: string }) => id === provider.id);
    };
    expect(await shown()).toMatchObject({ name, city: "Denver" });
    expect(await shown()).toMatchObject({ name, city: "Denver" });
    await db.update(providers).set({ summary: "New words" }).where(eq(providers.id, provider.id));
    expect(await shown()).toMatchObject({ summary: "New words" });
    await db.update(providerLocations).set({ city: "Pueblo" }).where(eq(providerLocations.providerId, provider.id));
    expect(await shown()).toMatchObject({ city: "Pueblo" });
    await db.update(providerSources).set({ confidence: 0.2 }).where(eq(providerSources.providerId, provider.id));
    expect((await shown()).source.confidence).toBe(0.2);
    const categoryId = newUuidId("provider");
    await db.insert(providerCategories).values({ id: categoryId, name: "Elder Law", slug: categoryId, createdAt: at });
    await db.insert(providerCategoryAssignments).values({ providerId: provider.id, categoryId, createdAt: at });
    expect((await shown()).categories).toEqual(["Elder Law"]);
    await db.update(providerCategories).set({ name: "Law" }).where(eq(providerCategories.id, categoryId));
    expect((await shown()).categories).toEqual(["Law"]);
    await db.update(providers).set({ status: "suspended" }).where(eq(providers.id, provider.id));
    expect(await shown()).toBeUndefined();
  });

  test("one provider answers to its id and its slug, and says how it was found", async () => {
    const { id, slug } = await makeProvider(db, { city });
    for (const asked of [id, slug]) {
      const answer = await get(`${LIST}/${asked}`);
      expect(answer.body.data).toMatchObject({ id, slug, city });
      expect(answer.body.meta).toMatchObject({
        lookup: { requestedId: asked, matchedId: id, matchedSlug: slug },
        contentRules: {
          approvedProviderStatusesOnly: true,
          sourceProvenanceIncluded: true,
          internalAdminNotesExcluded: true,
          claimVerificationEvidenceExcluded: true,
        },
      });
    }
  });

  test("an id comes before a slug that reads the same", async () => {
    const { id } = await makeProvider(db, { city });
    const other = await makeProvider(db, { city, slug: id });
    expect((await get(`${LIST}/${id}`)).body.data.id).toBe(id);
    expect((await get(`${LIST}/${other.id}`)).body.meta.lookup).toMatchObject({ matchedId: other.id, matchedSlug: id });
  });

  test("a provider's facts come from the source that was fetched last, else from its own record", async () => {
    const { id } = await makeProvider(db, { city });
    const of = (sourceName: string, fetchedAt: Date) => ({
      ...{ id: newUuidId("provider"), providerId: id, sourceName, fetchedAt, confidence: 0.5, createdAt: at },
    });
    await db.insert(providerSources).values([of("Newest", at), of("Older", new Date("2025-01-01"))]);
    const source = async () => (await get(`${LIST}/${id}`)).body.data.source;
    expect(await source()).toEqual({ name: "Newest", fetchedAt: at.toISOString(), confidence: 0.5 });
    await db.delete(providerSources).where(eq(providerSources.providerId, id));
    expect(await source()).toEqual({
      ...{ name: "Directory record", fetchedAt: "2026-01-01T00:00:00.000Z", confidence: 0.9 },
    });
  });

  test("growth counts an entitlement only while it is paid for and runs, and the claim that is the newest", async () => {
    const { id } = await makeProvider(db, { city });
    const growth = async () => {
      const { data } = (await get(`${LIST}/${id}/visibility`)).body;
      return [data.scores.growthReadiness, data.claimStatus];
    };
    const soon = new Date(Date.now() + 3_600_000);
    const entitle = (values: Partial<typeof providerEntitlements.$inferInsert>) =>
      db.insert(providerEntitlements).values({
        ...{ id: newUuidId("provider"), providerId: id, featureKey: "f", status: "active", createdAt: at },
        ...{ updatedAt: at, ...values },
      });
    for (const values of [{ isPaid: false }, { status: "expired" as const }, { endsAt: at }, { startsAt: soon }]) {
      await entitle(values);
    }
    const claim = { providerId: id, claimantName: "C", claimantEmail: "c@d.example", updatedAt: at };
    await db.insert(claims).values([
      { id: newUuidId("claim"), status: "approved", approvedAt: at, createdAt: at, ...claim },
      { id: newUuidId("claim"), status: "admin_review", createdAt: new Date("2026-03-01"), ...claim },
    ]);
    expect(await growth()).toEqual([0, "admin_review"]);
    await entitle({ startsAt: at, endsAt: soon });
    expect(await growth()).toEqual([25, "admin_review"]);
  });

  test("a hidden provider is not found by id and slug, exactly like one that never was", async () => {
    const missing = await get(`${LIST}/provider-nowhere`);
    expect(missing).toMatchObject({ status: 404, code: "provider_not_found" });
    for (const status of HIDDEN) {
      const { id, slug } = await makeProvider(db, { city, status });
      for (const target of [
        `${LIST}/${id}`,
        `${LIST}/${slug}`,
        `${LIST}/${id}/visibility`,
        `${LIST}/${id}/event-summary`,
      ]) {
        const answer = await get(target);
        expect(answer).toMatchObject({ status: 404, body: missing.body });
      }
    }
  });

  test("scores count what is met; a sandbox client's claim counts for nothing", async () => {
    const summary = "A house with a garden and a view, where lunch is served to visitors as well, every single day.";
    const { id } = await makeProvider(db, { city, summary, phone: "1", websiteUrl: "https://a.example" });
    const bare = await get(`${LIST}/${id}/visibility`);
    expect(bare.body.data).toMatchObject({
      provider: { id, city, state: "CO", status: "verified" },
      // Image and category are missing; no event; no review; nothing for growth.
      scores: { profileCompletion: 71, discovery: 75, reputation: 33, growthReadiness: 0, overall: 45 },
      claimStatus: "not_claimed",
      missingProfileFields: ["Image", "Category"],
      metrics: [
        { label: "Profile completion", value: 5, total: 7, status: "watch" },
        { label: "Discovery signals", value: 3, total: 4, status: "watch" },
        { label: "Reputation signals", value: 1, total: 3, status: "gap" },
        { label: "Growth readiness", value: 0, total: 4, status: "gap" },
      ],
    });
    expect(bare.body.data.nextBestActions.map(({ priority }: { priority: string }) => priority)).toEqual([
      ...["high", "high", "medium", "medium", "low"],
    ]);

    const review = { providerId: id, reviewerName: "A", rating: 5, createdAt: at, updatedAt: at };
    for (const status of ["published", "published", "pending_moderation"] as const) {
      await db.insert(reviews).values({ id: newUuidId("review"), status, ...review });
    }
    await makeCommunityEvent(db, { providerId: id });
    await makeCommunityEvent(db, { providerId: id, status: "draft" });
    const claim = { providerId: id, claimantName: "C", claimantEmail: "c@d.example", updatedAt: at };
    await db.insert(claims).values([
      { id: newUuidId("claim"), status: "approved", approvedAt: at, createdAt: at, ...claim },
      { id: newUuidId("claim"), status: "conflict", sandbox: true, createdAt: new Date("2026-03-01"), ...claim },
    ]);
    await db.insert(providerEntitlements).values([
      {
        id: newUuidId("provider"),
        providerId: id,
        featureKey: "secret-feature",
        status: "active",
        createdAt: at,
        updatedAt: at,
      },
    ]);
    await db.insert(marketingCampaigns).values({
      ...{ id: newUuidId("campaign"), providerId: id, campaignType: "local_seo", status: "draft", name: "N" },
      ...{ createdAt: at, updatedAt: at },
    });
    const full = await get(`${LIST}/${id}/visibility`);
    expect(full.body.data).toMatchObject({
      scores: { profileCompletion: 71, discovery: 100, reputation: 67, growthReadiness: 100, overall: 85 },
      claimStatus: "approved",
    });
    expect(full.text).not.toContain("secret-feature");
    expect(full.body.data.nextBestActions.map(({ label }: { label: string }) => label)).toEqual([
      "Complete the listing profile",
    ]);
  });

  test("another scope does not open it", async () => {
    const other = await makeClient({ scopes: ["events:read"] });
    const { id } = await makeProvider(db, { city });
    for (const target of [LIST, `${LIST}/${id}`, `${LIST}/nowhere`, `${LIST}/${id}/visibility`]) {
      expect((await mounted.call(callAs(other.secret, target))).code).toBe("missing_scope");
    }
  });
});
