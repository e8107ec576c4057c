import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adCampaigns, adClicks, adCreatives, adImpressions, adPlacements } from "@/db/schema/directory-ads";
import { eventPromotions, eventRsvps } from "@/db/schema/directory-events";
import { makeCommunityEvent, makeProvider } from "@/db/testing/directory-factories";
import { connection } from "@/lib/domain/connection";
import { EVENT_STATUSES, PUBLIC_EVENT_STATUSES, RSVP_STATUSES } from "@/lib/domain/directory/events/statuses";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { newUuidId } from "@/lib/platform/ids";
import { callAs, makeClient } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const LIST = "/api/v1/partner/events";
const at = new Date("2026-02-01T00:00:00.000Z");
const stamps = { createdAt: at, updatedAt: at };
const fromNow = (days: number) => new Date(Date.now() + days * DAY_MS);
const HIDDEN = EVENT_STATUSES.filter((status) => !(PUBLIC_EVENT_STATUSES as readonly string[]).includes(status));

/** One guest of each status with a party of 1, 2, 3 and so on. */
async function addGuests(eventId: string): Promise<void> {
  const rows = RSVP_STATUSES.map((status, n) => ({
    id: newUuidId("rsvp"),
    attendeeName: "Hidden Guest",
    attendeeEmail: `guest-${n}@hidden.example`,
    consentPayload: { hidden: true },
    ...{ eventId, status, partySize: n + 1, ...stamps },
  }));
  await db.insert(eventRsvps).values(rows);
}

type Promotion = Partial<typeof eventPromotions.$inferInsert>;

async function promote(eventId: string, promotion: Promotion = {}): Promise<void> {
  await db.insert(eventPromotions).values({
    ...{ id: newUuidId("event"), placementKey: "events.featured.local", status: "active" as const, budgetCents: 5_000 },
    ...{ eventId, ...stamps, ...promotion },
  });
}

/** A creative for the event that was shown four times and clicked once. */
async function advertise(eventId: string, providerId: string): Promise<void> {
  const id = newUuidId("event");
  const placementKey = `placement-${id}`;
  await db.insert(adPlacements).values({ id, placementKey, name: "P", surface: "web", ...stamps });
  await db.insert(adCampaigns).values({ id, providerId, name: "C", status: "active", ...stamps });
  await db.insert(adCreatives).values({ id, placementId: id, campaignId: id, eventId, headline: "H", ...stamps });
  const shown = () => ({ id: newUuidId("ad-impression"), placementKey, creativeId: id, createdAt: at });
  await db.insert(adImpressions).values([shown(), shown(), shown(), shown()]);
  await db.insert(adClicks).values([shown()]);
}

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  /** A city of each test's own, so that its filter gives the test's rows alone. */
  let city: string;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    ({ secret } = await makeClient({ rateLimitPerMinute: 10_000 }));
  });
  afterAll(() => mounted.close());
  beforeEach(() => {
    city = `City ${newUuidId("event").slice(-8)}`;
  });

  const get = (target: string) => mounted.call(callAs(secret, target));
  const list = (query = "") => get(`${LIST}?city=${encodeURIComponent(city.toLowerCase())}${query}`);
  const titles = (answer: { body: { data: { title: string }[] } }) => answer.body.data.map(({ title }) => title);

  test("a list holds the visible events, the earliest first, and never a street or a guest", async () => {
    const late = await makeCommunityEvent(db, { city, title: "Late", startsAt: new Date("2026-07-02T10:00:00Z") });
    const early = await makeCommunityEvent(db, {
      ...{ city, title: "Early", status: "featured", addressLine1: "1 Hidden Street" },
      ...{ venueName: "The library", capacity: 20, description: "Coffee" },
    });
    for (const status of HIDDEN) await makeCommunityEvent(db, { city, status });
    await addGuests(early.id);
    const answer = await list();
    expect(answer.body.meta).toMatchObject({ count: 2, pagination: { total: 2 } });
    expect(answer.body.data).toEqual([
      {
        ...{ id: early.id, title: "Early", slug: early.slug, status: "featured", city, eventType: "open_house" },
        ...{ startsAt: "2026-06-01T16:00:00.000Z", endsAt: "2026-06-01T18:00:00.000Z", timezone: "America/Denver" },
        ...{ venueName: "The library", capacity: 20, description: "Coffee", isFree: true, isSponsored: false },
      },
      {
        ...{ id: late.id, title: "Late", slug: late.slug, status: "published", city, eventType: "open_house" },
        ...{ startsAt: "2026-07-02T10:00:00.000Z", endsAt: "2026-07-02T12:00:00.000Z", timezone: "America/Denver" },
        ...{ isFree: true, isSponsored: false },
      },
    ]);
    expect(answer.text).not.toMatch(/hidden/i);
  });

  test("filters narrow the list; a time that is none is refused by name", async () => {
    const provider = await makeProvider(db);
    await makeCommunityEvent(db, { city, title: "June", providerId: provider.id, state: "CO" });
    await makeCommunityEvent(db, { city, title: "July", startsAt: new Date("2026-07-02T10:00:00Z") });
    expect(titles(await list(`&providerId=${provider.slug}`))).toEqual(["June"]);
    expect(titles(await list(`&providerId=${provider.id}`))).toEqual(["June"]);
    expect(titles(await list("&providerId=nobody"))).toEqual([]);
    expect(titles(await list("&state=co"))).toEqual(["June"]);
    expect(titles(await list("&from=2026-07-01"))).toEqual(["July"]);
    expect(titles(await list("&to=2026-07-01T00:00:00Z"))).toEqual(["June"]);
    const refused = await list("&from=soon");
    expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
    expect(refused.body.error).toContain("from");
  });

  test("walking the pages visits every event once, and a page past the end is the last", async () => {
    const startsAt = new Date("2026-06-01T16:00:00.000Z");
    const made = [];
    for (let n = 0; n < 5; n++) made.push(await makeCommunityEvent(db, { city, startsAt }));
    const walked: string[] = [];
    for (let page: number | null = 1; page; ) {
      const answer = await list(`&pageSize=2&page=${page}`);
      walked.push(...answer.body.data.map(({ id }: { id: string }) => id));
      page = answer.body.meta.pagination.nextPage;
    }
    expect(walked).toEqual(made.map(({ id }) => id).toSorted());
    expect((await list("&pageSize=2&page=9999")).body.meta.pagination.page).toBe(3);
  });

  test("an event is sponsored, with its label, while a promotion is active and its time has come", async () => {
    const sponsored = await makeCommunityEvent(db, { city, title: "Sponsored" });
    await promote(sponsored.id, { disclosureLabel: "Paid", startsAt: fromNow(-1), endsAt: fromNow(1) });
    const others: Promotion[] = [{ status: "paused" }, { startsAt: fromNow(1) }, { endsAt: fromNow(-1) }];
    for (const promotion of others) await promote((await makeCommunityEvent(db, { city })).id, promotion);
    await promote((await makeCommunityEvent(db, { city, title: "Unlabelled" })).id, { disclosureLabel: " " });
    const { data } = (await list()).body;
    const told = data.filter((event: object) => "disclosureLabel" in event);
    expect(told.map(({ title, disclosureLabel }: Record<string, string>) => [title, disclosureLabel])).toEqual(
      expect.arrayContaining([
        ["Sponsored", "Paid"],
        ["Unlabelled", "Sponsored"],
      ]),
    );
    expect(data.filter(({ isSponsored }: { isSponsored: boolean }) => isSponsored)).toEqual(told);
    expect(told).toHaveLength(2);
  });

  const RSVPS = { total: 15, confirmed: 1, waitlisted: 2, canceled: 3, attended: 4, noShow: 5 };

  test("an event's analytics count people by party size, and nobody by name", async () => {
    const provider = await makeProvider(db);
    const event = await makeCommunityEvent(db, { city, state: "CO", providerId: provider.id });
    await addGuests(event.id);
    await promote(event.id);
    await promote(event.id, { status: "completed", budgetCents: 1_500 });
    await advertise(event.id, provider.id);
    for (const asked of [event.id, event.slug]) {
      const answer = await get(`${LIST}/${asked}/analytics`);
      expect(answer.body.data).toEqual({
        event: {
          ...{ id: event.id, slug: event.slug, title: event.title, status: "published", city, state: "CO" },
          ...{ startsAt: "2026-06-01T16:00:00.000Z", endsAt: "2026-06-01T18:00:00.000Z" },
        },
        analytics: {
          ...{ eventId: event.id, generatedAt: expect.any(String), rsvps: RSVPS },
          promotions: { total: 2, active: 1, budgetCents: 6_500 },
          ads: { impressions: 4, clicks: 1, clickThroughRate: 0.25 },
        },
      });
      expect(answer.text).not.toMatch(/hidden/i);
    }
  });

  test("analytics of an event without anything are zeros", async () => {
    const { id } = await makeCommunityEvent(db, { city });
    expect((await get(`${LIST}/${id}/analytics`)).body.data.analytics).toMatchObject({
      rsvps: { total: 0, confirmed: 0, waitlisted: 0, canceled: 0, attended: 0, noShow: 0 },
      promotions: { total: 0, active: 0, budgetCents: 0 },
      ads: { impressions: 0, clicks: 0, clickThroughRate: 0 },
    });
  });

  test("a hidden event is not found by id and slug, exactly like one that never was", async () => {
    const missing = await get(`${LIST}/event-nowhere/analytics`);
    expect(missing).toMatchObject({ status: 404, code: "event_not_found" });
    for (const status of HIDDEN) {
      const { id, slug } = await makeCommunityEvent(db, { status });
      for (const asked of [id, slug]) {
        expect(await get(`${LIST}/${asked}/analytics`)).toMatchObject({ status: 404, body: missing.body });
      }
    }
  });

  test("a provider's summary counts its visible events alone and shows the first ten", async () => {
    const provider = await makeProvider(db);
    const past = await makeCommunityEvent(db, { providerId: provider.id, startsAt: fromNow(-3), endsAt: fromNow(-2) });
    const running = await makeCommunityEvent(db, {
      providerId: provider.id,
      startsAt: fromNow(-1),
      endsAt: fromNow(1),
    });
    for (let n = 0; n < 9; n++) {
      await makeCommunityEvent(db, { providerId: provider.id, status: "featured", startsAt: fromNow(n + 1) });
    }
    const draft = await makeCommunityEvent(db, { providerId: provider.id, status: "draft" });
    await addGuests(past.id);
    await addGuests(draft.id);
    await promote(running.id);
    await promote(draft.id);
    await advertise(past.id, provider.id);
    const { body } = await get(`/api/v1/partner/providers/${provider.slug}/event-summary`);
    expect(body.data.provider).toMatchObject({ id: provider.id, city: "Denver" });
    expect(body.data.summary).toEqual({
      ...{
        events: 11,
        upcomingEvents: 9,
        completedOrPastEvents: 1,
        publishedEvents: 2,
        featuredEvents: 9,
        rsvps: RSVPS,
      },
      promotions: { total: 1, active: 1, budgetCents: 5_000 },
      ads: { impressions: 4, clicks: 1, clickThroughRate: 0.25 },
    });
    expect(body.data.events).toHaveLength(10);
    expect(body.data.events[0]).toMatchObject({ id: past.id, eventType: "open_house", isFree: true });
    expect(body.meta).toMatchObject({
      lookup: { requestedId: provider.slug, matchedId: provider.id },
      contentRules: { perRsvpRowsExcluded: true },
    });
  });
});
