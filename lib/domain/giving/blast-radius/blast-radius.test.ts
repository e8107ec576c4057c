import { beforeEach, describe, expect, test } from "vitest";
import { apiRequests } from "@/db/schema/records";
import { type MadeKey, makeKey, makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { makeAction } from "@/db/testing/make-readiness";
import { connection } from "@/lib/domain/connection";
import {
  blastRadiusOfAllowlist,
  blastRadiusOfKey,
  blastRadiusOfPool,
  blastRadiusOfStatus,
  blastRadiusOfTier,
} from "@/lib/domain/giving/blast-radius/blast-radius";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";

const db = connection();
const NOW = new Date("2026-03-11T12:30:00.000Z");
const ctx = testCtx(NOW);
const at = (time: string) => new Date(`2026-03-${time}Z`);

type Row = typeof apiRequests.$inferInsert;

let partner: PartnerRow;
let backend: MadeKey["key"];
let shop: MadeKey["key"];
let live: MadeKey["key"];

/** So many served calls with a key, a millisecond apart from this time on. */
async function traffic(key: MadeKey["key"], calls: number, first: Date, overrides: Partial<Row> = {}) {
  const rows = Array.from(
    { length: calls },
    (_, n): Row => ({
      ...{ id: newPrefixedId("req"), partnerId: key.partnerId, environment: key.environment, apiKeyId: key.id },
      ...{ keyClass: "sk", method: "POST", route: "/v1/partner/actions/submit", status: 200, signatureValid: true },
      ...{ durationUs: 1_000, address: "192.0.2.1", at: new Date(first.getTime() + n) },
      ...overrides,
    }),
  );
  await db.insert(apiRequests).values(rows);
}
const reads = { method: "GET", route: "/v1/partner/users" };

beforeEach(async () => {
  partner = await makePartner(db, { productionAccess: "LIVE" });
  const own = { partnerId: partner.id };
  ({ key: backend } = await makeKey(db, { ...own, name: "Backend" }));
  ({ key: shop } = await makeKey(db, { ...own, name: "Shop" }));
  ({ key: live } = await makeKey(db, { ...own, name: "Live", environment: "production" }));
  const stranger = await makeKey(db);
  await traffic(stranger.key, 9, at("10T10:00:00.000"));
});

describe("a week of traffic", () => {
  beforeEach(async () => {
    await traffic(backend, 7, at("05T09:00:00.000"));
    await traffic(backend, 5, at("10T14:10:00.000"));
    await traffic(backend, 6, at("10T14:59:59.900"), reads);
    await traffic(shop, 4, at("10T14:30:00.000"), reads);
    await traffic(live, 3, at("11T12:29:59.990"), { status: 422 });
    // What no act takes away: refused before, another's, a person's, too old.
    for (const status of [401, 403, 429]) await traffic(backend, 2, at("10T14:00:00.000"), { status });
    await traffic(backend, 2, at("10T14:00:00.000"), { apiKeyId: null, portalUserId: newObjectId() });
    await traffic(backend, 2, at("10T14:00:00.000"), { apiKeyId: null, adminId: newObjectId() });
    await traffic(backend, 2, at("04T12:29:59.990"));
  });

  const week = { from: "2026-03-04T12:30:00.000Z", to: "2026-03-11T12:30:00.000Z", callsTotal: 25 };

  test("with a key taken away loses that key's calls, the worst hour by the clock", async () => {
    expect(await blastRadiusOfKey(ctx, { partnerId: partner.id, keyId: backend.id })).toEqual({
      ...{ ...week, callsRefused: 18, worstHour: { at: "2026-03-10T14:00:00.000Z", calls: 11 } },
      keys: [{ id: backend.id, name: "Backend", calls: 18 }],
      routes: [
        { method: "POST", route: "/v1/partner/actions/submit", calls: 12 },
        { method: "GET", route: "/v1/partner/users", calls: 6 },
      ],
    });
    const unused = await makeKey(db, { partnerId: partner.id });
    expect(await blastRadiusOfKey(ctx, { partnerId: partner.id, keyId: unused.key.id })).toEqual({
      ...{ ...week, callsRefused: 0, worstHour: null, keys: [], routes: [] },
    });
  });

  test("of another partner's key is not told", async () => {
    const other = await makePartner(db);
    const radius = await blastRadiusOfKey(ctx, { partnerId: other.id, keyId: backend.id });
    expect(radius).toMatchObject({ callsRefused: 0, callsTotal: 0, keys: [], routes: [] });
  });

  test.each(["SUSPENDED", "INACTIVE", "TERMINATED"] as const)(
    "of a partner who is %s is refused in both environments",
    async (status) => {
      const radius = await blastRadiusOfStatus(ctx, { partnerId: partner.id, status });
      expect(radius).toMatchObject({ ...week, callsRefused: 25, worstHour: { calls: 15 } });
      expect(radius.keys).toEqual([
        { id: backend.id, name: "Backend", calls: 18 },
        { id: shop.id, name: "Shop", calls: 4 },
        { id: live.id, name: "Live", calls: 3 },
      ]);
    },
  );

  test("of a partner who is active is served", async () => {
    const radius = await blastRadiusOfStatus(ctx, { partnerId: partner.id, status: "ACTIVE" });
    expect(radius).toEqual({ ...week, callsRefused: 0, worstHour: null, keys: [], routes: [] });
  });
});

test("no more than ten keys and ten routes are named, the busiest first", async () => {
  for (let n = 1; n <= 12; n += 1) {
    const { key } = await makeKey(db, { partnerId: partner.id, name: `Key ${n}` });
    await traffic(key, n, at("10T10:00:00.000"), { route: `/v1/partner/route-${n}` });
  }
  const radius = await blastRadiusOfStatus(ctx, { partnerId: partner.id, status: "SUSPENDED" });
  expect(radius.callsRefused).toBe(78);
  expect(radius.keys.map(({ calls }) => calls)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(radius.routes.map(({ route }) => route)).toEqual(radius.keys.map(({ calls }) => `/v1/partner/route-${calls}`));
});

describe("a tier", () => {
  const standard = () => blastRadiusOfTier(ctx, { partnerId: partner.id, tier: "STANDARD" });

  test("refuses what a minute holds beyond its burst, by environment and kind of key", async () => {
    await traffic(backend, 60, at("10T14:05:00.000"));
    await traffic(shop, 70, at("10T14:05:30.000"), reads);
    // Buckets of their own: the other environment, and the publishable half.
    await traffic(live, 100, at("10T14:05:00.000"));
    await traffic(shop, 100, at("10T14:05:00.000"), { ...reads, keyClass: "pk", signatureValid: null });
    await traffic(backend, 50, at("10T14:06:00.000"));
    expect(await standard()).toEqual({
      ...{ from: "2026-03-04T12:30:00.000Z", to: NOW.toISOString(), callsTotal: 380, callsRefused: 30 },
      worstHour: { at: "2026-03-10T14:00:00.000Z", calls: 30 },
      keys: [{ id: shop.id, name: "Shop", calls: 30 }],
      routes: [{ ...reads, calls: 30 }],
    });
    const wider = await blastRadiusOfTier(ctx, { partnerId: partner.id, tier: "PROFESSIONAL" });
    expect(wider).toMatchObject({ callsRefused: 0, worstHour: null });
  });

  test("refuses what an hour holds beyond its cap, of which refused bursts use nothing", async () => {
    // Eleven minutes of 95 are 45 beyond the hour's 1,000; the 20 beyond one burst do not count to it.
    for (let minute = 10; minute < 20; minute += 1) await traffic(backend, 95, at(`10T09:${minute}:00.000`));
    await traffic(backend, 120, at("10T09:20:00.000"));
    await traffic(shop, 40, at("10T09:30:00.000"), reads);
    const radius = await standard();
    expect(radius).toMatchObject({ callsTotal: 1_110, callsRefused: 110, worstHour: { calls: 110 } });
    expect(radius.keys).toEqual([
      { id: backend.id, name: "Backend", calls: 70 },
      { id: shop.id, name: "Shop", calls: 40 },
    ]);
  });

  test("says that batches weigh more than they are counted here", async () => {
    await traffic(backend, 2, at("10T09:00:00.000"), { route: "/v1/partner/actions/batch" });
    expect((await standard()).note).toMatch(/^2 of the calls were batches/);
  });
});

describe("an allow-list", () => {
  const bind = (ipAllowlist: string[], keyId?: string) =>
    blastRadiusOfAllowlist(ctx, { partnerId: partner.id, ipAllowlist, ...(keyId && { keyId }) });

  beforeEach(async () => {
    await traffic(backend, 5, at("10T14:00:00.000"));
    await traffic(backend, 4, at("10T15:00:00.000"), { address: "::ffff:198.51.100.7" });
    await traffic(shop, 3, at("10T15:00:00.000"), { address: "2001:db8::1" });
    // A browser's unsigned calls come from anywhere.
    await traffic(shop, 8, at("10T16:00:00.000"), { address: "203.0.113.9", keyClass: "pk", signatureValid: null });
  });

  test("of the partner refuses signed calls from elsewhere, in whatever spelling addresses come", async () => {
    expect(await bind(["192.0.2.0/24", "2001:db8::/32"])).toMatchObject({
      ...{ callsTotal: 20, callsRefused: 4, worstHour: { at: "2026-03-10T15:00:00.000Z", calls: 4 } },
      keys: [{ id: backend.id, name: "Backend", calls: 4 }],
    });
    expect((await bind(["198.51.100.7", "192.0.2.1"])).keys).toEqual([{ id: shop.id, name: "Shop", calls: 3 }]);
    expect((await bind(["10.0.0.0/8"])).callsRefused).toBe(12);
    expect((await bind([])).callsRefused).toBe(0);
  });

  test("of a key binds that key alone, and the partner's binds it, too", async () => {
    expect(await bind(["192.0.2.1"], backend.id)).toMatchObject({ callsTotal: 20, callsRefused: 4 });
    expect((await bind(["2001:db8::/32"], shop.id)).callsRefused).toBe(0);
    const own = { partnerId: (await makePartner(db, { ipAllowlist: ["192.0.2.0/24"] })).id };
    const { key } = await makeKey(db, { ...own, ipAllowlist: ["198.51.100.0/24"] });
    await traffic(key, 2, at("10T14:00:00.000"));
    await traffic(key, 3, at("10T14:00:00.000"), { address: "198.51.100.1" });
    expect((await blastRadiusOfAllowlist(ctx, { ...own, keyId: key.id, ipAllowlist: [] })).callsRefused).toBe(3);
    expect((await blastRadiusOfAllowlist(ctx, { ...own, ipAllowlist: [] })).callsRefused).toBe(2);
  });
});

test("a pool with less in it refuses the calls that came after it was used up, and lasts so many days", async () => {
  const pool = await makePool(db, { partnerId: partner.id });
  const draw = async (time: string, tokens: number, tokenPoolId = pool.id, key = backend) => {
    const createdAt = at(time);
    const id = newPrefixedId("req");
    await traffic(key, 1, createdAt, { id });
    const drawn = { tokensDistributed: tokens, tokenPoolId };
    await makeAction(db, { partnerId: partner.id, createdAt, requestId: id, ...drawn });
  };
  await draw("04T12:00:00.000", 500);
  await draw("06T08:00:00.000", 30);
  await draw("07T08:00:00.000", 30);
  await draw("08T08:00:00.000", 40, pool.id, shop);
  await draw("08T08:30:00.000", 40);
  await draw("08T09:00:00.000", 500, newObjectId());
  // A reward that nobody called for: it draws all the same.
  await makeAction(db, {
    ...{ partnerId: partner.id, createdAt: at("09T08:00:00.000"), tokensDistributed: 70, tokenPoolId: pool.id },
  });
  const left = { partnerId: partner.id, environment: "sandbox" as const, poolId: pool.id, refills: false };
  const radius = await blastRadiusOfPool(ctx, { ...left, balance: 99 });
  expect(radius).toMatchObject({
    ...{ callsTotal: 5, callsRefused: 2, worstHour: { at: "2026-03-08T08:00:00.000Z", calls: 2 } },
    pool: { balance: 99, distributedTokens: 210, runwayDays: 3.3 },
  });
  expect(radius).not.toHaveProperty("note");
  expect(radius.keys.map(({ name, calls }) => [name, calls]).toSorted()).toEqual([
    ["Backend", 1],
    ["Shop", 1],
  ]);
  expect((await blastRadiusOfPool(ctx, { ...left, balance: 100, refills: true })).callsRefused).toBe(1);
  expect(await blastRadiusOfPool(ctx, { ...left, balance: 210 })).toMatchObject({
    ...{ callsRefused: 0, pool: { runwayDays: 7 } },
  });
  const idle = await blastRadiusOfPool(ctx, { ...left, poolId: newObjectId(), balance: 0 });
  expect(idle.pool).toEqual({ balance: 0, distributedTokens: 0, runwayDays: null });
});
