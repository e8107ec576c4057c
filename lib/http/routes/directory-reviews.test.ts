import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reviews } from "@/db/schema/directory-reviews";
import { makeProvider } from "@/db/testing/directory-factories";
import { makeRequest, makeRequestCampaign, makeReview, makeSentiment } from "@/db/testing/make-content";
import { connection } from "@/lib/domain/connection";
import { REVIEW_STATUSES } from "@/lib/domain/directory/reviews/statuses";
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
    secret = (await makeClient({ scopes: ["reviews:read"] })).secret;
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    provider = await makeProvider(db);
  });

  const read = (target: string) => readAs(mounted, secret, target);
  const make = (values: Partial<Parameters<typeof makeReview>[1]> = {}) =>
    makeReview(db, { providerId: provider.id, ...values });
  const refOf = ({ id, slug, name, status }: typeof provider) => ({
    ...{ id, slug, name, status },
    ...{ city: "Denver", state: "CO" },
  });

  test("a published review shows its display name and provider, and leaves out what it does not have", async () => {
    const { id } = await make({ createdAt: at(2) });
    const { id: bare } = await make({ createdAt: at(1), title: null, body: null, rating: 3, source: "google" });
    const { body } = await read(`reviews?providerId=${provider.slug}`);
    const shared = {
      ...{ providerId: provider.id, providerSlug: provider.slug, providerName: provider.name },
      ...{ reviewerName: "Jo M.", status: "published" },
    };
    expect(body.data).toEqual([
      {
        ...{ id, ...shared, rating: 5, title: "Kind people", body: "They listened.", source: "first_party" },
        createdAt: at(2).toISOString(),
      },
      { id: bare, ...shared, rating: 3, source: "google", createdAt: at(1).toISOString() },
    ]);
    expect(body.meta).toMatchObject({ count: 2, filters: { providerId: provider.id } });
    expect(body.meta).not.toHaveProperty("contentRules");
  });

  test("only published reviews are listed and counted, each once, newest first", async () => {
    const made: string[] = [];
    for (const day of [1, 2, 3, 3, 5]) made.push((await make({ createdAt: at(day) })).id);
    for (const status of REVIEW_STATUSES.filter((status) => status !== "published")) await make({ status });
    const ordered = [made[4], ...[made[2]!, made[3]!].toSorted(), made[1], made[0]];
    expect(await traverse(mounted, secret, `reviews?providerId=${provider.id}`)).toEqual(ordered);
    const beyond = await read(`reviews?providerId=${provider.id}&pageSize=2&page=99999`);
    expect(beyond.body.data.map(({ id }: { id: string }) => id)).toEqual([made[0]]);
  });

  test("without a filter every published review is on some page, the oldest on the last one", async () => {
    const { id } = await make({ createdAt: new Date("2019-01-01T00:00:00.000Z") });
    await make({ status: "hidden", createdAt: new Date("2018-01-01T00:00:00.000Z") });
    const { body: first } = await read("reviews");
    expect(first.meta).toMatchObject({ filters: {}, pagination: { page: 1, pageSize: 50 } });
    const { body: last } = await read("reviews?page=10000&pageSize=1");
    expect(last.meta.pagination).toMatchObject({ page: last.meta.count, hasNextPage: false });
    expect(last.data.map(({ id }: { id: string }) => id)).toEqual([id]);
    await db.delete(reviews).where(eq(reviews.id, id));
  });

  test("the tally of published reviews follows every change", async () => {
    const count = async () => (await read("reviews?pageSize=1")).body.meta.count;
    const before = await count();
    await make();
    await make({ status: "pending_moderation" });
    expect(await count()).toBe(before + 1);
    await db.update(reviews).set({ status: "hidden" }).where(eq(reviews.providerId, provider.id));
    expect(await count()).toBe(before);
  });

  test.each(["imported", "suspended", "closed"] as const)(
    "a provider that is %s is unknown by id and slug, and has no reviews by its filter",
    async (status) => {
      const hidden = await makeProvider(db, { status });
      await make({ providerId: hidden.id });
      for (const key of [hidden.id, hidden.slug, "nobody"]) {
        for (const part of ["reputation-readiness", "review-summary"]) {
          expect(await read(`providers/${key}/${part}`)).toMatchObject({ status: 404, code: "provider_not_found" });
        }
        expect((await read(`reviews?providerId=${key}`)).body).toMatchObject({
          data: [],
          meta: { count: 0, filters: { providerId: key } },
        });
      }
    },
  );

  test("a summary counts published reviews alone, in sums", async () => {
    const good = await make({ rating: 5, createdAt: at(4) });
    const fair = await make({ rating: 4, source: "google" });
    await make({ rating: 4 });
    const hidden = await make({ rating: 1, status: "hidden", createdAt: at(9) });
    await makeSentiment(db, { reviewId: good.id, providerId: provider.id, score: 0.9 });
    await makeSentiment(db, { reviewId: fair.id, providerId: provider.id, sentiment: "neutral", score: 0.555 });
    await makeSentiment(db, { reviewId: hidden.id, providerId: provider.id, sentiment: "negative", score: 0.1 });
    const { body } = await read(`providers/${provider.slug}/review-summary`);
    expect(body.data).toEqual({
      provider: refOf(provider),
      generatedAt: expect.any(String),
      summary: {
        publishedReviews: 3,
        averageRating: 4.33,
        ratingDistribution: [
          { rating: 5, count: 1 },
          { rating: 4, count: 2 },
          { rating: 3, count: 0 },
          { rating: 2, count: 0 },
          { rating: 1, count: 0 },
        ],
        latestPublishedAt: at(4).toISOString(),
        sources: [
          { source: "first_party", count: 2 },
          { source: "google", count: 1 },
        ],
      },
      sentiment: { positive: 1, neutral: 1, negative: 0, averageScore: 0.73 },
    });
    expect(body.meta).toMatchObject({
      lookup: { requestedId: provider.slug, matchedId: provider.id, matchedSlug: provider.slug },
      contentRules: {
        aggregateSummaryOnly: true,
        publishedReviewsOnly: true,
        reviewerIdentityExcluded: true,
        reviewBodyExcluded: true,
        moderationStatusExcluded: true,
        moderationNotesExcluded: true,
        requestRecipientDetailsExcluded: true,
      },
    });
  });

  test("a provider without reviews has no averages and no latest one", async () => {
    const { body } = await read(`providers/${provider.id}/review-summary`);
    expect(body.data.summary).toEqual({
      ...{ publishedReviews: 0, sources: [] },
      ratingDistribution: [5, 4, 3, 2, 1].map((rating) => ({ rating, count: 0 })),
    });
    expect(body.data.sentiment).toEqual({ positive: 0, neutral: 0, negative: 0 });
  });

  test("reputation readiness counts reviews, campaigns and requests by what became of them", async () => {
    const review = await make({ rating: 4 });
    await make({ rating: 5 });
    await make({ rating: 1, status: "pending_moderation" });
    await make({ rating: 1, status: "blocked_by_policy" });
    await makeSentiment(db, { reviewId: review.id, providerId: provider.id, score: 0.8 });
    const campaign = await makeRequestCampaign(db, { providerId: provider.id, status: "queued" });
    await makeRequestCampaign(db, { providerId: provider.id, status: "blocked_by_policy" });
    for (const status of ["queued", "queued", "blocked_by_policy", "sent"] as const) {
      await makeRequest(db, { providerId: provider.id, campaignId: campaign.id, status });
    }
    const { body } = await read(`providers/${provider.id}/reputation-readiness`);
    expect(body.data).toEqual({
      provider: refOf(provider),
      generatedAt: expect.any(String),
      status: "blocked",
      reviewSummary: {
        ...{ publishedReviews: 2, averageRating: 4.5, pendingModeration: 1, blockedByPolicy: 1 },
        sentiment: { positive: 1, neutral: 0, negative: 0, averageScore: 0.8 },
      },
      campaignSummary: {
        ...{ campaigns: 2, queuedCampaigns: 1, blockedCampaigns: 1, queuedRequests: 2, blockedRequests: 1 },
      },
      blockers: [expect.any(String)],
      nextActions: body.data.blockers,
    });
    expect(Object.keys(body.meta.contentRules)).toEqual([
      "aggregateReadinessOnly",
      "reviewerIdentityExcluded",
      "reviewModerationNotesExcluded",
      "requestRecipientDetailsExcluded",
      "claimVerificationEvidenceExcluded",
      "internalActionUrlsExcluded",
    ]);
  });

  test("a campaign that does not ask for consent first is none to rely on", async () => {
    await makeRequestCampaign(db, { providerId: provider.id, requiresConsent: false });
    const { body } = await read(`providers/${provider.id}/reputation-readiness`);
    expect(body.data).toMatchObject({ status: "action_required", blockers: [expect.stringMatching(/consent/)] });
    await makeRequestCampaign(db, { providerId: provider.id });
    expect((await read(`providers/${provider.id}/reputation-readiness`)).body.data.status).toBe("ready");
  });

  test("another provider's rows count nowhere", async () => {
    const other = await makeProvider(db);
    await make({ providerId: other.id });
    await makeRequestCampaign(db, { providerId: other.id });
    const { body } = await read(`providers/${provider.id}/reputation-readiness`);
    expect(body.data.reviewSummary).toMatchObject({ publishedReviews: 0 });
    expect(body.data.reviewSummary).not.toHaveProperty("averageRating");
    expect(body.data).toMatchObject({ status: "action_required", campaignSummary: { campaigns: 0 } });
  });
});
