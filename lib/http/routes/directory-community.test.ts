import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { communities } from "@/db/schema/directory-community";
import { makeProvider } from "@/db/testing/directory-factories";
import { makePost } from "@/db/testing/make-content";
import { connection } from "@/lib/domain/connection";
import { POST_STATUSES } from "@/lib/domain/directory/community/statuses";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { newObjectId } from "@/lib/platform/ids";
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
    secret = (await makeClient({ scopes: ["community:read"] })).secret;
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    provider = await makeProvider(db);
  });

  const read = (target: string) => readAs(mounted, secret, target);
  const make = (values: Parameters<typeof makePost>[1] = {}) => makePost(db, { providerId: provider.id, ...values });
  const idsOf = async (query: string) => {
    const { body } = await read(`community/posts?providerId=${provider.id}&${query}`);
    expect(body.meta.count).toBe(body.data.length);
    return body.data.map(({ id }: { id: string }) => id);
  };

  test("a post shows its author's display name, and its sponsor by a label that it always has", async () => {
    const { id: plain } = await make({ createdAt: at(3), disclosureLabel: "Ad" });
    const sponsored = { isSponsored: true, authorName: null, body: null, city: null, state: null };
    const { id: labelled } = await make({ ...sponsored, createdAt: at(2), disclosureLabel: "Paid for" });
    const { id: unlabelled } = await make({ ...sponsored, createdAt: at(1), disclosureLabel: " " });
    const { body } = await read(`community/posts?providerId=${provider.slug}`);
    const shared = {
      ...{ providerId: provider.id, postType: "question", status: "published" },
      title: "Who knows a good place?",
    };
    expect(body.data).toEqual([
      {
        ...{ id: plain, ...shared, authorName: "Sam", body: "We look for two.", city: "Denver", state: "CO" },
        ...{ isSponsored: false, createdAt: at(3).toISOString() },
      },
      { id: labelled, ...shared, isSponsored: true, disclosureLabel: "Paid for", createdAt: at(2).toISOString() },
      { id: unlabelled, ...shared, isSponsored: true, disclosureLabel: "Sponsored", createdAt: at(1).toISOString() },
    ]);
    expect(body.meta.filters).toEqual({ providerId: provider.id });
  });

  test("only published posts are listed, each once, newest first", async () => {
    const made: string[] = [];
    for (const day of [1, 4, 2, 2, 6]) made.push((await make({ createdAt: at(day) })).id);
    for (const status of POST_STATUSES.filter((status) => status !== "published")) await make({ status });
    const ordered = [made[4], made[1], ...[made[2]!, made[3]!].toSorted(), made[0]];
    expect(await traverse(mounted, secret, `community/posts?providerId=${provider.id}`)).toEqual(ordered);
  });

  test("filters match whole values in any case, alone and together, and unknown types filter nothing", async () => {
    const communityId = `community-${newObjectId()}`;
    const times = { createdAt: at(1), updatedAt: at(1) };
    await db.insert(communities).values({ id: communityId, name: "Here", slug: communityId, ...times });
    const { id: denver } = await make({ createdAt: at(2), postType: "offer", communityId });
    const { id: austin } = await make({ createdAt: at(1), city: "Austin", state: "TX" });
    expect(await idsOf("city=dENVER")).toEqual([denver]);
    expect(await idsOf("city=Den")).toEqual([]);
    expect(await idsOf("state=tx")).toEqual([austin]);
    expect(await idsOf("postType=offer")).toEqual([denver]);
    expect(await idsOf("postType=nonsense&city=")).toEqual([denver, austin]);
    expect(await idsOf(`communityId=${communityId}`)).toEqual([denver]);
    expect(await idsOf("city=denver&state=tx")).toEqual([]);
    const { body } = await read(`community/posts?city=%20Denver%20&state=CO&postType=offer&communityId=${communityId}`);
    expect(body.meta.filters).toEqual({ city: "Denver", state: "CO", postType: "offer", communityId });
  });

  test("a summary counts a provider's published posts by type and place", async () => {
    await make({ createdAt: at(1), postType: "offer", isSponsored: true });
    await make({ createdAt: at(2), city: "Aspen" });
    await make({ createdAt: at(3), city: "Boulder" });
    await make({ createdAt: at(3), city: null });
    const { id: newest } = await make({ createdAt: at(4), city: null, state: null });
    await make({ createdAt: at(9), status: "hidden" });
    await makePost(db, { createdAt: at(9) });
    const { body } = await read(`providers/${provider.slug}/community-summary`);
    expect(body.data).toMatchObject({
      provider: { id: provider.id, city: "Denver" },
      summary: {
        ...{ publishedPosts: 5, sponsoredPosts: 1, organicPosts: 4, latestPublishedAt: at(4).toISOString() },
        postsByType: [
          { key: "question", count: 4 },
          { key: "offer", count: 1 },
        ],
        postsByLocation: ["Aspen, CO", "Boulder, CO", "CO", "Denver, CO"].map((key) => ({ key, count: 1 })),
      },
    });
    expect(body.data.recentPosts).toHaveLength(5);
    expect(body.data.recentPosts[0]).toEqual({
      ...{ id: newest, postType: "question", title: "Who knows a good place?", isSponsored: false },
      createdAt: at(4).toISOString(),
    });
    expect(body.data.recentPosts[4]).toMatchObject({ isSponsored: true, disclosureLabel: "Sponsored" });
    expect(body.meta.lookup.matchedId).toBe(provider.id);
    expect(Object.keys(body.meta.contentRules)).toEqual([
      "providerScopedPublishedPostsOnly",
      "sponsorshipDisclosuresPreserved",
      "authorIdentityExcluded",
      "bodyTextExcluded",
      "moderationStatusExcluded",
      "commentsExcluded",
      "memberIdentityExcluded",
    ]);
  });

  test("a summary holds the newest ten posts, and of none is empty", async () => {
    const { body: empty } = await read(`providers/${provider.id}/community-summary`);
    expect(empty.data).toMatchObject({ summary: { publishedPosts: 0, postsByType: [], postsByLocation: [] } });
    expect(empty.data.summary).not.toHaveProperty("latestPublishedAt");
    for (let day = 1; day <= 12; day++) await make({ createdAt: at(day) });
    const { body } = await read(`providers/${provider.id}/community-summary`);
    expect(body.data.recentPosts.map(({ createdAt }: { createdAt: string }) => createdAt)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((day) => at(day).toISOString()),
    );
  });

  test("a provider that partners do not see is unknown", async () => {
    const hidden = await makeProvider(db, { status: "suspended" });
    await make({ providerId: hidden.id });
    for (const key of [hidden.id, hidden.slug]) {
      expect(await read(`providers/${key}/community-summary`)).toMatchObject({ code: "provider_not_found" });
      expect((await read(`community/posts?providerId=${key}`)).body.data).toEqual([]);
    }
  });
});
