import { and, asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { providerCategories, providerLocations, providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import {
  makeArticle,
  makeCommunityEvent,
  makeContentSource,
  makeCreative,
  makeMarketingCampaign,
  makeNewsletter,
  makePost,
  makeProvider,
  makeReview,
} from "@/db/testing/directory-factories";
import { connection } from "@/lib/domain/connection";
import { readProviders } from "@/lib/domain/directory/providers/read-providers";
import { REVIEW_STATUSES } from "@/lib/domain/directory/reviews/statuses";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const BASE = "/api/v1/admin/directory";
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const anIso = expect.stringMatching(ISO);

/** What subscribers are told about a subject, oldest first. */
async function toldOf(subjectId: string): Promise<{ type: string; payload: unknown }[]> {
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, subjectId), isNull(events.partnerId)))
    .orderBy(asc(events.position));
  return rows.map(({ type, body }) => ({ type, payload: JSON.parse(body) }));
}

const actionsOn = async (targetId: string) =>
  (await db.select().from(auditRecords).where(eq(auditRecords.targetId, targetId))).map(({ action }) => action);

// How a surface answers is proved of the others through both mounts.
const { start } = mounts[0]!;
let mounted: Mounted;
let token: string;
beforeAll(async () => {
  mounted = await start(adminRoutes);
  ({ token } = await signInAdmin());
});
afterAll(() => mounted.close());

const write = (path: string, body: object, method = "POST") =>
  mounted.call(withToken(token, jsonCall(method, `${BASE}/${path}`, { reason: "As agreed", ...body })));
const patch = (path: string, body: object) => write(path, body, "PATCH");
const get = (path: string) => mounted.call(withToken(token, { target: `${BASE}/${path}` }));

describe("a provider", () => {
  test("that changes tells which public fields differ now, and no value of them", async () => {
    const { id } = await makeProvider(db, { status: "verified_by_source", phone: "303-555-0100" });
    const change = { status: "claimed", phone: "303-555-0199", summary: null };
    expect(await patch(`providers/${id}`, change)).toMatchObject({
      ...{ status: 200, body: { data: { id, status: "claimed", isVisible: true } } },
    });
    const payload = { providerId: id, status: "claimed", changedFields: ["status", "phone"] };
    expect(await toldOf(id)).toEqual([{ type: "provider.updated", payload }]);
    expect(await actionsOn(id)).toEqual(["provider.updated"]);
    const [row] = await db.select().from(providers).where(eq(providers.id, id));
    expect(row!.claimedAt).not.toBeNull();
  });

  test("gets another address and other categories at once, told of by the names that partners know", async () => {
    const suffix = newObjectId();
    const [first, second] = ["first", "second"].map((word) => `${word}-${suffix}`) as [string, string];
    const at = { createdAt: new Date() };
    await db.insert(providerCategories).values([
      { id: second, slug: second, name: `Second ${suffix}`, sortOrder: 2, ...at },
      { id: first, slug: first, name: `First ${suffix}`, sortOrder: 1, ...at },
    ]);
    const { id } = await makeProvider(db);
    const before = (await get(`providers/${id}`)).body.data.fields;
    const change = { addressLine1: "1 Main Street", city: "Boulder", postalCode: "80301" };
    const lost = await patch(`providers/${id}`, { ...change, categories: [first, "no-such-care"] });
    expect(lost).toMatchObject({ status: 404, code: "record_not_found" });
    expect(lost.body.error).toContain("no-such-care");
    expect((await get(`providers/${id}`)).body.data.fields).toEqual(before);
    expect([await toldOf(id), await actionsOn(id)]).toEqual([[], []]);

    await patch(`providers/${id}`, { ...change, categories: [`SECOND ${suffix}`, first] });
    expect((await get(`providers/${id}`)).body.data.fields).toMatchObject({ ...change, categories: [first, second] });
    const changedFields = ["address", "city", "zip", "categories"];
    expect(await toldOf(id)).toMatchObject([{ type: "provider.updated", payload: { changedFields } }]);
    const [record] = await db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
    expect(record).toMatchObject({
      before: { categories: before.categories, city: before.city },
      after: { ...change, categories: [first, second] },
    });
    const [shown] = await readProviders(db, [id]);
    expect(shown).toMatchObject({ address: "1 Main Street", city: "Boulder", zip: "80301" });
    expect(shown!.categories).toEqual([`First ${suffix}`, `Second ${suffix}`]);
    expect(await patch(`providers/${id}`, { categories: [second, first] })).toMatchObject({ status: 200 });
    expect(await actionsOn(id)).toHaveLength(1);
  });

  test("that has no address gets one whole", async () => {
    const { id } = await makeProvider(db);
    await db.delete(providerLocations).where(eq(providerLocations.providerId, id));
    const half = await patch(`providers/${id}`, { addressLine1: "1 Main Street" });
    expect(half).toMatchObject({ status: 422, code: "validation_failed" });
    expect((await patch(`providers/${id}`, { city: "Boulder", state: "CO" })).status).toBe(200);
    expect((await get(`providers/${id}`)).body.data.fields).toMatchObject({ city: "Boulder", state: "CO" });
  });

  test("that does not change tells nothing, and leaves no record", async () => {
    const { id } = await makeProvider(db, { phone: "303-555-0100" });
    expect((await patch(`providers/${id}`, { phone: "303-555-0100" })).status).toBe(200);
    expect([await toldOf(id), await actionsOn(id)]).toEqual([[], []]);
  });

  test("that goes out of sight is told of by id and status alone, and then no more", async () => {
    const { id } = await makeProvider(db);
    await patch(`providers/${id}`, { status: "suspended", phone: "303" });
    await patch(`providers/${id}`, { phone: "304" });
    expect(await toldOf(id)).toEqual([{ type: "provider.updated", payload: { providerId: id, status: "suspended" } }]);
  });

  test("is asked for by people of whom nobody is told anything", async () => {
    const { id } = await makeProvider(db);
    const asked = { requesterName: "Ada", requesterEmail: "ada@example.org", message: "Please call" };
    const { body } = await write(`providers/${id}/contacts`, asked);
    expect(body).toEqual({ data: { id: expect.any(String), status: "submitted", createdAt: anIso } });
    const payload = { providerId: id, contactId: body.data.id, status: "submitted", createdAt: body.data.createdAt };
    expect(await toldOf(id)).toEqual([{ type: "provider.contact.created", payload }]);
    expect((await write(`providers/${id}/contacts`, { requesterName: "Ada" })).body.data.status).toBe(
      "needs_contact_info",
    );
    const hidden = await makeProvider(db, { status: "suspended" });
    expect(await write(`providers/${hidden.id}/contacts`, asked)).toMatchObject({ code: "provider_not_found" });
  });

  test("gets no text that the content policy refuses, and nothing is told of it", async () => {
    const { id } = await makeProvider(db);
    const refused = await patch(`providers/${id}`, { summary: "Call 123-45-6789" });
    expect(refused).toMatchObject({ status: 422, code: "policy_blocked" });
    expect([await toldOf(id), await actionsOn(id)]).toEqual([[], []]);
  });
});

describe("a review", () => {
  test("in moderation is told of by ids and status, published with its facts, hidden by ids and status again", async () => {
    const { id: providerId } = await makeProvider(db);
    const text = { providerId, reviewerName: "Ruth R.", reviewerEmail: "ruth@example.org", rating: 4, body: "Good" };
    const { body } = await write("reviews", text);
    const { id } = body.data;
    expect(body.data.status).toBe("pending_moderation");
    await patch(`reviews/${id}`, { status: "published" });
    await patch(`reviews/${id}`, { status: "published" });
    await patch(`reviews/${id}`, { status: "hidden" });
    await patch(`reviews/${id}`, { status: "removed" });
    const ids = { reviewId: id, providerId };
    expect(await toldOf(id)).toEqual([
      { type: "review.created", payload: { ...ids, status: "pending_moderation" } },
      {
        type: "review.created",
        payload: { ...ids, rating: 4, status: "published", source: "first_party", createdAt: body.data.createdAt },
      },
      { type: "review.created", payload: { ...ids, status: "hidden" } },
    ]);
    expect(await actionsOn(id)).toEqual(["review.created", ...Array(3).fill("review.moderated")]);
  });

  test("is answered in public once it is public itself", async () => {
    const { id: providerId } = await makeProvider(db);
    const review = await makeReview(db, { providerId });
    const { body } = await write(`reviews/${review.id}/responses`, { body: "Thank you.", generatedByAi: true });
    const payload = {
      reviewId: review.id,
      responseId: body.data.id,
      providerId,
      generatedByAi: true,
      publishedAt: anIso,
    };
    expect(await toldOf(review.id)).toEqual([{ type: "review.response.published", payload }]);
    const hidden = await makeReview(db, { providerId, status: "hidden" });
    const refused = await write(`reviews/${hidden.id}/responses`, { body: "Thank you." });
    expect(refused).toMatchObject({ status: 409, code: "invalid_state_transition" });
    expect(await toldOf(hidden.id)).toEqual([]);
  });
});

describe("a community post", () => {
  test("is told of as far as partners see it", async () => {
    const { body } = await write("posts", { postType: "question", title: "Who knows a walk?", authorName: "Sam S." });
    const { id, createdAt } = body.data;
    await patch(`posts/${id}`, { status: "published" });
    await patch(`posts/${id}`, { status: "removed" });
    const type = "community.post.created";
    expect(await toldOf(id)).toEqual([
      { type, payload: { postId: id, status: "pending_moderation" } },
      { type, payload: { postId: id, postType: "question", status: "published", isSponsored: false, createdAt } },
      { type, payload: { postId: id, status: "removed" } },
    ]);
    const sponsored = { postType: "offer", title: "Ten per cent", isSponsored: true };
    expect((await write("posts", sponsored)).body.error).toContain("disclosureLabel");
  });
});

describe("an event", () => {
  const when = { startsAt: "2030-06-01T16:00:00.000Z", endsAt: "2030-06-01T18:00:00.000Z" };

  test("is told of as far as partners see it", async () => {
    const { body } = await write("events", { title: "Memory café", eventType: "social", ...when });
    const { id } = body.data;
    await patch(`events/${id}`, { status: "published" });
    await patch(`events/${id}`, { status: "canceled" });
    const told = await toldOf(id);
    expect(told).toEqual([
      { type: "event.created", payload: { eventId: id, status: "draft" } },
      {
        type: "event.created",
        payload: {
          ...{ eventId: id, slug: expect.any(String), title: "Memory café", status: "published" },
          startsAt: when.startsAt,
        },
      },
      { type: "event.created", payload: { eventId: id, status: "canceled" } },
    ]);
    const backwards = { title: "Memory café", eventType: "social", startsAt: when.endsAt, endsAt: when.startsAt };
    expect((await write("events", backwards)).body.error).toContain("endsAt");
  });

  test("takes people as long as there is room, each address once, and tells no name", async () => {
    const { id } = await makeCommunityEvent(db, { capacity: 3 });
    const rsvp = (name: string, partySize: number) =>
      write(`events/${id}/rsvps`, { attendeeName: name, attendeeEmail: `${name}@example.org`, partySize });
    const made = [await rsvp("ada", 2), await rsvp("bob", 2), await rsvp("cy", 1)];
    expect(made.map(({ body }) => body.data.status)).toEqual(["confirmed", "waitlisted", "confirmed"]);
    expect(await rsvp("ada", 1)).toMatchObject({ status: 409 });
    const told = await toldOf(id);
    expect(told.map(({ type }) => type)).toEqual(Array(3).fill("event.rsvp.created"));
    const [first] = made.map(({ body }) => body.data);
    expect(told[0]!.payload).toEqual({
      ...{ eventId: id, rsvpId: first.id, status: "confirmed", partySize: 2, createdAt: first.createdAt },
    });
    expect(JSON.stringify(told)).not.toMatch(/attendee|ada@|bob@|"(ada|bob)"/);
    const draft = await makeCommunityEvent(db, { status: "draft" });
    const away = { attendeeName: "Di", attendeeEmail: "di@example.org" };
    expect(await write(`events/${draft.id}/rsvps`, away)).toMatchObject({ status: 404, code: "event_not_found" });
  });
});

describe("a marketing campaign", () => {
  test("that goes public is told of once, and its figures from then on", async () => {
    const { id } = await makeMarketingCampaign(db, { status: "approved" });
    const figure = { metricKey: "clicks", metricValue: 12 };
    expect((await write(`campaigns/${id}/metrics`, figure)).status).toBe(201);
    expect(await toldOf(id)).toEqual([]);
    await patch(`campaigns/${id}`, { status: "published" });
    await patch(`campaigns/${id}`, { status: "published" });
    await write(`campaigns/${id}/metrics`, figure);
    await patch(`campaigns/${id}`, { status: "paused" });
    expect(await toldOf(id)).toEqual([
      { type: "campaign.published", payload: { campaignId: id, campaignType: "local_seo", publishedAt: anIso } },
      { type: "campaign.metric.updated", payload: { campaignId: id, ...figure, recordedAt: anIso } },
    ]);
  });
});

describe("the audience of a marketing campaign", () => {
  test("is written by its rules, and whoever else stands in it is neither shown nor lost", async () => {
    const contacts = [{ email: "private@example.org" }];
    const { id } = await makeMarketingCampaign(db, {
      audience: { contacts, region: "Midwest", careType: "home-care" },
    });
    const shown = await get(`campaigns/${id}`);
    expect(shown.body.data.fields.audience).toEqual({ region: "Midwest", careType: "home-care" });
    await patch(`campaigns/${id}`, { audience: { careType: "home-care", region: "Midwest" } });
    expect(await actionsOn(id)).toEqual([]);
    await patch(`campaigns/${id}`, { audience: { region: "Front Range", radiusMiles: 25 } });
    const [row] = await db.select().from(marketingCampaigns).where(eq(marketingCampaigns.id, id));
    expect(row!.audience).toEqual({ contacts, region: "Front Range", radiusMiles: 25 });
    const [record] = await db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
    expect(record).toMatchObject({
      before: { audience: { region: "Midwest", careType: "home-care" } },
      after: { audience: { region: "Front Range", radiusMiles: 25 } },
    });
  });

  test.each([
    ["names that are no rules", { contacts: ["Ada"] }],
    ["an address", { region: "ada@example.org" }],
    ["a telephone number", { cities: ["Denver", "303-555-0100"] }],
    ["a text for a number", { radiusMiles: "far" }],
  ])("takes no %s", async (_, audience) => {
    const { id } = await makeMarketingCampaign(db);
    const refused = await patch(`campaigns/${id}`, { audience });
    expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
    expect(await actionsOn(id)).toEqual([]);
  });
});

describe("an advertisement", () => {
  test("that was shown and followed is told of by its place", async () => {
    const { creative, placementKey } = await makeCreative(db);
    const fact = { placementKey, adCreativeId: creative.id };
    for (const path of ["ad-impressions", "ad-clicks"]) expect((await write(path, fact)).status).toBe(201);
    expect(await toldOf(placementKey)).toEqual([
      { type: "ad.impression.recorded", payload: { ...fact, recordedAt: anIso } },
      { type: "ad.click.recorded", payload: { ...fact, recordedAt: anIso } },
    ]);
    const off = await makeCreative(db, { isActive: false });
    const refused = await write("ad-clicks", { placementKey: off.placementKey, adCreativeId: off.creative.id });
    expect(refused).toMatchObject({ status: 404, code: "record_not_found" });
  });
});

describe("the newsroom", () => {
  test("moves articles, editions and sources, dated where they go public, and audited", async () => {
    const ids = {
      articles: (await makeArticle(db)).id,
      newsletters: (await makeNewsletter(db)).id,
      sources: (await makeContentSource(db)).id,
    };
    const to = { articles: "published", newsletters: "sent", sources: "approved" };
    for (const kind of ["articles", "newsletters", "sources"] as const) {
      const moved = await patch(`${kind}/${ids[kind]}`, { status: to[kind] });
      expect(moved.body.data).toMatchObject({ id: ids[kind], status: to[kind], isVisible: true });
      expect(await actionsOn(ids[kind])).toHaveLength(1);
      expect(await patch(`${kind}/nothing`, { status: to[kind] })).toMatchObject({ code: "record_not_found" });
    }
  });
});

describe("a list", () => {
  test("finds records by name and status, visible or not, in pages, latest first", async () => {
    const mark = newObjectId();
    const make = (name: string, status: "verified" | "suspended", at: string) =>
      makeProvider(db, { name: `${name} ${mark}`, status, createdAt: new Date(at) });
    const first = await make("A", "verified", "2026-02-01");
    const second = await make("B", "suspended", "2026-02-02");
    const both = await get(`providers?q=${mark}`);
    expect(both.body.data.map(({ id, isVisible }: { id: string; isVisible: boolean }) => [id, isVisible])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
    expect(both.body.meta).toMatchObject({ count: 2, pagination: { page: 1, pageSize: 50, total: 2 } });
    expect((await get(`providers?q=${mark}&status=suspended`)).body.data).toHaveLength(1);
    expect((await get(`providers?q=${mark}&pageSize=1&page=2`)).body.data).toMatchObject([{ id: first.id }]);
    const made = [first.id, second.id];
    for (const day of ["2026-02-03", "2026-02-04", "2026-02-05"]) made.push((await make("C", "verified", day)).id);
    const pages = [];
    for (const page of [1, 2, 3]) pages.push((await get(`providers?q=${mark}&pageSize=2&page=${page}`)).body.data);
    expect(pages.flat().map(({ id }: { id: string }) => id)).toEqual(made.toReversed());
  });

  test("of reviews counts those of each status and all of them exactly, as they are made and moderated", async () => {
    const counted = async (status: string) => {
      const rows = await db.select({ status: reviews.status }).from(reviews);
      const { body } = await get(`reviews?pageSize=1${status && `&status=${status}`}`);
      const expected = rows.filter((row) => status === "" || row.status === status).length;
      expect(body.meta).toMatchObject({ count: expected, pagination: { total: expected } });
      return expected;
    };
    const all = async () => Promise.all(["", ...REVIEW_STATUSES].map(counted));
    const { id: providerId } = await makeProvider(db);
    const before = await all();
    const made = [];
    for (const status of REVIEW_STATUSES) made.push(await makeReview(db, { providerId, status }));
    expect(await all()).toEqual(before.map((count, index) => count + (index === 0 ? made.length : 1)));
    const published = made.find(({ status }) => status === "published")!;
    await patch(`reviews/${published.id}`, { status: "hidden" });
    const [total, ...ofEach] = await all();
    expect(ofEach.reduce((sum, count) => sum + count)).toBe(total);
  });

  test.each(["providers", "reviews", "posts", "events", "articles", "newsletters", "sources", "campaigns"])(
    "of %s tells no more than what a record is known by",
    async (kind) => {
      const { id: providerId } = await makeProvider(db, { email: "private@example.org", adminNotes: "call first" });
      await Promise.all([makeReview(db, { providerId }), makePost(db), makeCommunityEvent(db), makeArticle(db)]);
      await Promise.all([makeNewsletter(db), makeContentSource(db), makeMarketingCampaign(db)]);
      const { body, text } = await get(`${kind}?pageSize=5`);
      expect(Object.keys(body.data[0])).toEqual(["id", "title", "status", "isVisible", "createdAt", "updatedAt"]);
      expect(text).not.toMatch(/example\.org|call first/);
    },
  );
});

/** One record of each kind whose text the content policy refuses: out of sight, the status that would show it, one that hides it. */
const UNLAWFUL = {
  providers: async () => {
    const { id } = await makeProvider(db, { status: "imported", summary: BAD });
    return { id, shown: "verified", hidden: "suspended" };
  },
  reviews: async () => {
    const { id: providerId } = await makeProvider(db);
    const { id } = await makeReview(db, { providerId, status: "pending_moderation", body: BAD });
    return { id, shown: "published", hidden: "removed" };
  },
  posts: async () => {
    const { id } = await makePost(db, { status: "pending_moderation", body: BAD });
    return { id, shown: "published", hidden: "removed" };
  },
  events: async () => {
    const { id } = await makeCommunityEvent(db, { status: "draft", description: BAD });
    return { id, shown: "featured", hidden: "canceled" };
  },
  articles: async () => {
    const { id } = await makeArticle(db, { status: "approved", body: BAD });
    return { id, shown: "published", hidden: "draft" };
  },
  newsletters: async () => {
    const { id } = await makeNewsletter(db, { status: "draft", intro: BAD });
    return { id, shown: "approved", hidden: "pending_approval" };
  },
  sources: async () => {
    const { id } = await makeContentSource(db, { reviewStatus: "pending", copyrightNotes: BAD });
    return { id, shown: "approved", hidden: "blocked" };
  },
  campaigns: async () => {
    const { id } = await makeMarketingCampaign(db, { status: "approved", objective: BAD });
    return { id, shown: "published", hidden: "draft" };
  },
};
const BAD = "Write to us <script>alert(1)</script>";

describe("the content policy", () => {
  test.each(Object.entries(UNLAWFUL))(
    "is asked before %s go public by their status, whoever wrote the text",
    async (kind, make) => {
      const { id, shown, hidden } = await make();
      expect(await patch(`${kind}/${id}`, { status: shown })).toMatchObject({ status: 422, code: "policy_blocked" });
      expect([await toldOf(id), await actionsOn(id)]).toEqual([[], []]);
      expect((await patch(`${kind}/${id}`, { status: hidden })).body.data).toMatchObject({
        status: hidden,
        isVisible: false,
      });
    },
  );

  test("is asked about an address before a provider is shown at it", async () => {
    const { id } = await makeProvider(db, { status: "imported" });
    await db.update(providerLocations).set({ addressLine2: BAD }).where(eq(providerLocations.providerId, id));
    expect(await patch(`providers/${id}`, { status: "verified" })).toMatchObject({ code: "policy_blocked" });
  });

  test("is asked about a visible record whole, and of a hidden one about what is written", async () => {
    const visible = await makePost(db, { body: BAD });
    expect(await patch(`posts/${visible.id}`, { city: "Boulder" })).toMatchObject({ code: "policy_blocked" });
    expect((await patch(`posts/${visible.id}`, { city: "Boulder", body: "Write to us." })).status).toBe(200);
    const hidden = await makePost(db, { status: "hidden", body: BAD });
    expect((await patch(`posts/${hidden.id}`, { city: "Boulder" })).status).toBe(200);
    expect(await patch(`posts/${hidden.id}`, { title: BAD })).toMatchObject({ code: "policy_blocked" });
  });

  test("is asked about every text of a record that is made", async () => {
    const [title, body] = ["Spring", "Begin early."];
    const made: [kind: string, body: object][] = [
      ["providers", { name: "Birch House", city: BAD, state: "CO" }],
      ["posts", { postType: "question", title, authorName: BAD }],
      ["articles", { title, byline: "The newsroom", body, topicTags: [BAD] }],
      ["newsletters", { subject: BAD }],
      ["sources", { name: "Wire", sourceType: "rss", copyrightNotes: BAD }],
      ["articles", { title, byline: "The newsroom", body, sourceLinks: [{ url: "https://a.example/", title: BAD }] }],
      ["campaigns", { name: title, campaignType: "local_seo", objective: BAD }],
      ["campaigns", { name: title, campaignType: "local_seo", audience: { region: BAD } }],
    ];
    for (const [kind, text] of made) expect(await write(kind, text), kind).toMatchObject({ code: "policy_blocked" });
  });
});

describe("a record", () => {
  const when = { startsAt: "2030-06-01T16:00:00.000Z", endsAt: "2030-06-01T18:00:00.000Z" };
  const MADE: [kind: string, fields: Record<string, unknown>, change: Record<string, unknown>][] = [
    [
      "providers",
      { name: "Birch House", summary: "A house.", city: "Denver", state: "CO", postalCode: "80202", categories: [] },
      { summary: null, phone: "303", addressLine1: "1 Main Street", city: "Boulder", postalCode: null },
    ],
    [
      "posts",
      { title: "A walk?", postType: "question", isSponsored: false },
      { title: "A long walk?", city: "Boulder" },
    ],
    ["events", { title: "Café", eventType: "social", ...when, isFree: true, capacity: 4 }, { capacity: null }],
    [
      "articles",
      {
        title: "Homes",
        byline: "The newsroom",
        body: "Early.",
        topicTags: ["a tag"],
        audience: [],
        aiAssisted: false,
        sourceLinks: [{ url: "https://wire.example/1", title: "A report" }],
      },
      { dek: "When to begin.", topicTags: [], sourceLinks: [{ url: "https://wire.example/2" }] },
    ],
    ["newsletters", { subject: "This week", audience: ["families"], articleIds: [] }, { scheduledFor: when.startsAt }],
    ["sources", { name: "Wire", sourceType: "rss" }, { url: "https://wire.example/" }],
    [
      "campaigns",
      { name: "Spring", campaignType: "local_seo", channels: ["email"], audience: { region: "Front Range" } },
      { objective: "More visits", audience: { careTypes: ["memory-care"], radiusMiles: 25 } },
    ],
    [
      "placements",
      {
        name: "Side",
        surface: "web",
        placementKey: `side.${newObjectId()}`,
        disclosureRequired: true,
        disclosureLabel: "Ad",
      },
      { disclosureRequired: false, description: "Beside the list" },
    ],
  ];

  test.each(MADE)(
    "of %s is made, read and changed, and each of its fields says what was written",
    async (kind, fields, change) => {
      const made = await write(kind, fields);
      expect(made.status, made.text).toBe(201);
      const { id } = made.body.data;
      expect((await get(`${kind}/${id}`)).body.data).toMatchObject({ id, fields });
      expect((await patch(`${kind}/${id}`, change)).status).toBe(200);
      const changed = Object.entries({ ...fields, ...change }).filter(([, value]) => value !== null);
      const { data } = (await get(`${kind}/${id}`)).body;
      expect(data.fields).toEqual(Object.fromEntries(changed));
      expect(await actionsOn(id)).toEqual([expect.stringMatching(/\.created$/), expect.stringMatching(/\.updated$/)]);
      expect((await patch(`${kind}/${id}`, change)).status).toBe(200);
      expect(await actionsOn(id)).toHaveLength(2);
      expect((await get(`${kind}/nothing`)).status).toBe(404);
      expect((await patch(`${kind}/nothing`, change)).status).toBe(404);
    },
  );

  test("of a placement is turned off and on, found by that, and keeps its key to itself", async () => {
    const placementKey = `side.${newObjectId()}`;
    const body = { placementKey, name: placementKey, surface: "web" };
    const { id } = (await write("placements", body)).body.data;
    expect((await patch(`placements/${id}`, { status: "inactive" })).body.data).toMatchObject({ status: "inactive" });
    expect((await get(`placements?status=inactive&q=${placementKey}`)).body.data).toMatchObject([{ id }]);
    expect((await get(`placements?status=active&q=${placementKey}`)).body.data).toEqual([]);
    expect(await actionsOn(id)).toEqual(["ad_placement.created", "ad_placement.moved"]);
    expect((await write("placements", body)).body.error).toContain("placementKey");
  });

  test("is whole after a change, and names what there is", async () => {
    const { id } = await makeCommunityEvent(db);
    expect(await patch(`events/${id}`, { endsAt: "2020-01-01T00:00:00.000Z" })).toMatchObject({
      code: "validation_failed",
    });
    expect(await patch(`events/${id}`, { providerId: "provider-nobody" })).toMatchObject({
      code: "provider_not_found",
    });
    const post = await makePost(db);
    expect((await patch(`posts/${post.id}`, { isSponsored: true })).body.error).toContain("disclosureLabel");
    const edition = await makeNewsletter(db);
    expect(await patch(`newsletters/${edition.id}`, { articleIds: ["article-none"] })).toMatchObject({
      code: "record_not_found",
    });
    expect(await patch(`posts/${post.id}`, { title: null })).toMatchObject({ code: "validation_failed" });
    expect(await patch(`posts/${post.id}`, {})).toMatchObject({ code: "validation_failed" });
  });

  test("of what people say is moderated and not rewritten", async () => {
    const review = await makeReview(db, { providerId: (await makeProvider(db)).id, body: "Good" });
    await patch(`reviews/${review.id}`, { status: "hidden", body: "Better" });
    const { data } = (await get(`reviews/${review.id}`)).body;
    expect(data).toMatchObject({ status: "hidden", fields: { body: "Good", rating: review.rating } });
  });

  test("that is changed while partners see it is no news but of a provider", async () => {
    const [post, event] = [await makePost(db), await makeCommunityEvent(db)];
    await patch(`posts/${post.id}`, { title: "Another title" });
    await patch(`events/${event.id}`, { title: "Another title" });
    expect([await toldOf(post.id), await toldOf(event.id)]).toEqual([[], []]);
    const { body } = await write("campaigns", { name: "Spring", campaignType: "local_seo", status: "published" });
    expect(await toldOf(body.data.id)).toMatchObject([{ type: "campaign.published" }]);
  });

  test("that is made for partners to see is dated and found by an address", async () => {
    const address = { addressLine1: "1 Main Street", city: "Boulder", state: "CO" };
    const { body } = await write("providers", { name: "Birch House", status: "verified", ...address });
    const [row] = await db.select().from(providers).where(eq(providers.id, body.data.id));
    expect(row).toMatchObject({ slug: expect.stringMatching(/^birch-house-/), verifiedAt: expect.any(Date) });
    const article = await write("articles", { title: "Homes", byline: "Us", body: "Early.", status: "published" });
    expect((await get(`articles/${article.body.data.id}`)).body.data.isVisible).toBe(true);
  });
});

test("a change without a reason is refused", async () => {
  const { id } = await makeProvider(db);
  const refused = await patch(`providers/${id}`, { phone: "303", reason: " " });
  expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
  expect(refused.body.error).toContain("reason");
});
