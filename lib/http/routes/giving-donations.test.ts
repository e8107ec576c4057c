import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { donationCharges, donations } from "@/db/schema/donations";
import { actions, partnerUsers, tokenPools } from "@/db/schema/giving";
import { partners } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeKey, makeOrganization, makePartner, makePool } from "@/db/testing/factories";
import { getSummary } from "@/lib/domain/giving/dashboard/get-summary";
import { getTimeseries } from "@/lib/domain/giving/dashboard/get-timeseries";
import { expireDueDonations } from "@/lib/domain/giving/donations/expire-due-donations";
import { settleDueRewards } from "@/lib/domain/giving/donations/settle-due-rewards";
import { checkoutRoutes } from "@/lib/http/routes/checkout";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";

const { db } = database();

let giving: Mounted;
let checkout: Mounted;
beforeAll(async () => {
  giving = await mounts[0]!.start();
  checkout = await mounts[0]!.start(checkoutRoutes);
});
afterAll(async () => {
  await giving.close();
  await checkout.close();
});

type Scene = Awaited<ReturnType<typeof makeScene>>;

async function makeScene(overrides: Parameters<typeof makePartner>[1] = {}, tokens = 100_000) {
  const partner = await makePartner(db, overrides);
  const { publicKey } = await makeKey(db, { partnerId: partner.id, keyType: "publishable" });
  const pool = await makePool(db, { partnerId: partner.id, allocated: tokens });
  return { partner, publicKey, pool, organization: await makeOrganization(db) };
}

const widget = ({ publicKey }: Scene, call: Call, headers: Record<string, string> = {}): Call => ({
  ...call,
  headers: { ...call.headers, "X-Partner-Key": publicKey, ...headers },
});

const linkBody = ({ organization }: Scene, change: Record<string, unknown> = {}) => ({
  nonprofitSlug: organization.slug,
  amount: 2500,
  currency: "USD",
  ...change,
});

const create = (scene: Scene, change: Record<string, unknown> = {}, address?: string) =>
  giving.call({
    ...widget(scene, jsonCall("POST", "/v1/partner/donations/create-link", linkBody(scene, change))),
    ...(address && { address }),
  });

const statusOf = async (scene: Scene, id: string) =>
  (await giving.call(widget(scene, { target: `/v1/partner/donations/status/${id}` }))).body;

const play = (link: string, body: Record<string, unknown>) =>
  checkout.call(jsonCall("POST", new URL(link).pathname, body));

/** Settles whatever is due in this worker's database; what belongs to other tests of it is due anyway. */
const settle = async (now = new Date()) => {
  while ((await settleDueRewards(testCtx(now), { limit: 50 })) === 50);
};

const eventsOf = async ({ partner }: Scene) =>
  (
    await db
      .select()
      .from(events)
      .where(and(eq(events.partnerId, partner.id), like(events.type, "donation.%")))
      .orderBy(events.position)
  ).map(({ type, body }) => ({ type, data: JSON.parse(body).data }));

const userOf = async ({ partner }: Scene, externalId: string) =>
  (
    await db
      .select()
      .from(partnerUsers)
      .where(and(eq(partnerUsers.partnerId, partner.id), eq(partnerUsers.externalId, externalId)))
  )[0];

describe("GET /v1/partner/organizations/:slug", () => {
  test("shows a nonprofit, also one that takes no donations", async () => {
    const scene = await makeScene();
    const { slug } = await makeOrganization(db, { status: "INACTIVE" });
    const active = await giving.call(widget(scene, { target: `/v1/partner/organizations/${scene.organization.slug}` }));
    expect(active).toMatchObject({
      status: 200,
      body: {
        slug: scene.organization.slug,
        name: scene.organization.name,
        ein: "53-0196605",
        status: "ACTIVE",
        logo: null,
      },
    });
    const inactive = await giving.call(widget(scene, { target: `/v1/partner/organizations/${slug}` }));
    expect(inactive.body).toMatchObject({ slug, status: "INACTIVE" });
    expect(await create(scene, { nonprofitSlug: slug })).toMatchObject({
      status: 422,
      code: "ORGANIZATION_NOT_ELIGIBLE",
    });
  });
});

describe("POST /v1/partner/donations/create-link", () => {
  test("opens a checkout whose token the database does not know", async () => {
    const scene = await makeScene();
    const { status, body } = await create(scene, { tipPercent: 7.5, referralCode: "spring" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ status: "PENDING", provider: "sandbox", amount: 2500, tipAmount: 188, totalAmount: 2688 },
      ...{ currency: "USD", frequency: "once", partnerDonationId: expect.stringMatching(/^don_[0-9a-f]{24}$/) },
    });
    const [, token] = /\/checkout\/sandbox\/([0-9a-f]{64})$/.exec(body.donationLink)!;
    const [row] = await db.select().from(donations).where(eq(donations.id, body.partnerDonationId));
    expect(row).toMatchObject({ carrierRef: sha256Hex(token!), referralCode: "spring" });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(Date.parse(body.expiresAt) - row!.createdAt.getTime()).toBe(24 * 3_600_000);
    const records = await db.select().from(auditRecords).where(eq(auditRecords.targetId, row!.id));
    expect(records.map(({ action }) => action)).toEqual(["donation.link_created"]);
  });

  test("answers the same key and payload with the same link, and refuses another payload", async () => {
    const scene = await makeScene();
    const idempotencyKey = `gift ${newObjectId()}`;
    const first = await create(scene, { idempotencyKey });
    const again = await create(scene, { idempotencyKey });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await create(scene, { idempotencyKey, amount: 2600 })).toMatchObject({
      status: 409,
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    const other = await makeScene();
    expect((await create(other, { idempotencyKey })).status).toBe(201);
  });

  test("makes one donation of any number of requests with one key at once", async () => {
    const scene = await makeScene();
    const idempotencyKey = newObjectId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(scene, { idempotencyKey })));
    expect(new Set(answers.map(({ body }) => body.donationLink)).size).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(7).fill(200), 201]);
  });

  test.each([
    [{ tipAmount: 100, tipPercent: 5 }, 400, "VALIDATION_ERROR"],
    [{ tipPercent: 5.125 }, 400, "VALIDATION_ERROR"],
    [{ tipPercent: 101 }, 400, "VALIDATION_ERROR"],
    [{ amount: 25.5 }, 400, "VALIDATION_ERROR"],
    [{ successUrl: "http://shop.example/thanks" }, 400, "VALIDATION_ERROR"],
    [{ frequency: "yearly" }, 400, "VALIDATION_ERROR"],
    [{ provider: "paypal" }, 400, "VALIDATION_ERROR"],
    [{ amount: 99 }, 422, "AMOUNT_OUT_OF_RANGE"],
    [{ amount: 100_000_000 }, 422, "AMOUNT_OUT_OF_RANGE"],
    [{ currency: "EUR" }, 422, "CURRENCY_NOT_SUPPORTED"],
    [{ provider: "every.org", tipPercent: 5 }, 422, "TIP_NOT_SUPPORTED"],
    [{ nonprofitSlug: "no-such" }, 404, "ORGANIZATION_NOT_FOUND"],
  ])("%j is refused", async (change, status, code) => {
    expect(await create(await makeScene(), change)).toMatchObject({ status, code });
  });

  test.each([100, 99_999_999])("%d minor units are accepted", async (amount) => {
    expect((await create(await makeScene(), { amount })).status).toBe(201);
  });

  test.each(["every.org", "stripe"])("%s is stood for by the built-in checkout in the sandbox", async (provider) => {
    const { body } = await create(await makeScene(), { provider });
    expect(body).toMatchObject({ provider, donationLink: expect.stringContaining("/checkout/sandbox/") });
  });

  test("takes no tips where the partner takes none, and sends donors to listed hosts only", async () => {
    const none = await makeScene({ tipConfig: { enabled: false, defaultPercent: 0 } });
    expect((await create(none, { tipPercent: 5 })).code).toBe("TIP_NOT_SUPPORTED");
    const listed = await makeScene({ allowedOrigins: ["https://shop.example"] });
    expect((await create(listed, { successUrl: "https://shop.example/thanks" })).status).toBe(201);
    expect(await create(listed, { successUrl: "https://evil.example/thanks" })).toMatchObject({
      code: "VALIDATION_ERROR",
      body: { details: [{ field: "successUrl" }] },
    });
  });

  test("is held to 30 calls a minute for each address, whatever key they carry", async () => {
    const [one, other] = [await makeScene(), await makeScene()];
    const address = newAddress();
    // The count begins anew when a minute of the clock turns meanwhile: then twice as many are needed.
    const codes: (string | null)[] = [];
    for (let sent = 0; sent < 61 && !codes.includes("RATE_LIMIT_EXCEEDED"); sent += 1) {
      codes.push((await create(sent % 2 ? one : other, { amount: 99 }, address)).code);
    }
    expect(codes.indexOf("RATE_LIMIT_EXCEEDED")).toBeGreaterThanOrEqual(30);
    const refused = await create(one, {}, address);
    expect(refused).toMatchObject({ status: 429, body: { details: { window: "minute", limit: 30 } } });
    expect(refused.headers["x-ratelimit-limit"]).toBe("1000");
    expect((await create(one, {}, newAddress())).status).toBe(201);
  });

  test("answers browsers of allowed origins, preflight included, and no others", async () => {
    const scene = await makeScene({ allowedOrigins: ["https://shop.example"] });
    const call = jsonCall("POST", "/v1/partner/donations/create-link", linkBody(scene));
    const allowed = await giving.call(widget(scene, call, { Origin: "https://shop.example" }));
    expect([allowed.status, allowed.headers["access-control-allow-origin"]]).toEqual([201, "https://shop.example"]);
    expect(allowed.headers["access-control-expose-headers"]).toContain("X-RateLimit-Remaining");
    const refused = await giving.call(widget(scene, call, { Origin: "https://evil.example" }));
    expect([refused.code, refused.headers["access-control-allow-origin"]]).toEqual(["ORIGIN_NOT_ALLOWED", undefined]);
    const preflight = await giving.call({
      method: "OPTIONS",
      target: "/v1/partner/donations/create-link",
      headers: { Origin: "https://shop.example", "Access-Control-Request-Method": "POST" },
    });
    expect(preflight.headers["access-control-allow-headers"]).toBe("X-Partner-Key, Content-Type");
  });
});

describe("a donation in the test checkout", () => {
  test("is paid, rewarded once, and told of", async () => {
    const scene = await makeScene();
    const { body: link } = await create(scene, { tipAmount: 300, donorEmail: "Jane@Example.org", firstName: "Jane" });
    expect(await statusOf(scene, link.partnerDonationId)).toMatchObject({
      status: "PENDING",
      rewardStatus: "PENDING",
      charges: [],
    });
    const paid = await play(link.donationLink, { outcome: "complete" });
    expect(paid).toMatchObject({ status: 200, body: { status: "COMPLETED", redirectUrl: null } });
    await Promise.all([settle(), settle()]);
    await settle();

    const status = await statusOf(scene, link.partnerDonationId);
    expect(status).toMatchObject({
      ...{ status: "COMPLETED", rewardStatus: "ISSUED", tokensAwarded: 25, failureReason: null, tipAmount: 300 },
      charges: [{ amount: 2500, status: "COMPLETED", tokensAwarded: 25 }],
    });
    expect(JSON.stringify(status)).not.toMatch(/jane/i);
    expect(await userOf(scene, `email:${sha256Hex("jane@example.org")}`)).toMatchObject({
      available: 25,
      firstName: "Jane",
    });
    const [action] = await db.select().from(actions).where(eq(actions.id, status.actionId));
    expect(action).toMatchObject({
      idempotencyKey: `donation:${link.partnerDonationId}`,
      actionType: "DONATION",
      amount: "25.00",
    });
    expect(await eventsOf(scene)).toMatchObject([
      { type: "donation.completed", data: { environment: "sandbox", status: "COMPLETED", rewardStatus: "PENDING" } },
    ]);
    expect(await play(link.donationLink, { outcome: "complete" })).toMatchObject({
      status: 409,
      code: "DONATION_ALREADY_FINAL",
    });
    expect((await db.select().from(actions).where(eq(actions.partnerId, scene.partner.id))).length).toBe(1);
  });

  test("sends the donor on with the outcome, and back with the refusal", async () => {
    const scene = await makeScene();
    const urls = { successUrl: "https://shop.example/thanks?order=7", cancelUrl: "https://shop.example/back" };
    const { body: paid } = await create(scene, urls);
    const { body: settled } = await play(paid.donationLink, { outcome: "complete" });
    expect(settled.redirectUrl).toBe(
      `https://shop.example/thanks?order=7&partnerDonationId=${paid.partnerDonationId}&status=COMPLETED`,
    );
    const { body: failed } = await create(scene, urls);
    const reason = { outcome: "fail", failureReason: "The card was declined." };
    expect((await play(failed.donationLink, reason)).body.redirectUrl).toContain("/back?partnerDonationId=");
    expect(await statusOf(scene, failed.partnerDonationId)).toMatchObject({
      ...{ status: "FAILED", rewardStatus: "NONE", failureReason: "The card was declined." },
    });
    const { body: canceled } = await create(scene, urls);
    expect((await play(canceled.donationLink, { outcome: "cancel" })).body).toMatchObject({ status: "CANCELED" });
    for (const outcome of ["complete", "fail", "cancel", "refund", "next_charge"]) {
      expect((await play(canceled.donationLink, { outcome })).code).toBe("DONATION_ALREADY_FINAL");
    }
    expect((await eventsOf(scene)).map(({ type, data }) => [type, data.status])).toEqual([
      ["donation.completed", "COMPLETED"],
      ["donation.failed", "FAILED"],
      ["donation.failed", "CANCELED"],
    ]);
  });

  test("is charged and rewarded each month, under a key of its own", async () => {
    const scene = await makeScene();
    const { body: link } = await create(scene, { frequency: "monthly", partnerUserId: "cust-7" });
    await play(link.donationLink, { outcome: "complete" });
    await play(link.donationLink, { outcome: "next_charge" });
    await settle();
    const status = await statusOf(scene, link.partnerDonationId);
    expect(status).toMatchObject({ rewardStatus: "ISSUED", tokensAwarded: 50 });
    expect(status.charges).toHaveLength(2);
    const keys = await db.select().from(actions).where(eq(actions.partnerId, scene.partner.id));
    const id = `donation:${link.partnerDonationId}`;
    expect(keys.map((each) => each.idempotencyKey).toSorted()).toEqual([`${id}:1`, `${id}:2`]);
    expect(await userOf(scene, "cust-7")).toMatchObject({ available: 50 });
  });

  test("runs out after 24 hours, for every reader at once, and is told of once", async () => {
    const scene = await makeScene();
    const { body: link } = await create(scene);
    const past = { createdAt: new Date(Date.now() - 86_400_001), expiresAt: new Date(Date.now() - 1) };
    await db.update(donations).set(past).where(eq(donations.id, link.partnerDonationId));
    const expired = { status: "EXPIRED", rewardStatus: "NONE" };
    expect(await statusOf(scene, link.partnerDonationId)).toMatchObject(expired);
    expect((await play(link.donationLink, { outcome: "complete" })).code).toBe("DONATION_ALREADY_FINAL");
    expect(await eventsOf(scene)).toEqual([]);
    await Promise.all([1, 2, 3].map(() => expireDueDonations(testCtx(new Date()), { limit: 50 })));
    expect(await statusOf(scene, link.partnerDonationId)).toMatchObject(expired);
    expect(await eventsOf(scene)).toMatchObject([{ type: "donation.expired", data: expired }]);
  });

  test("is nobody's under a token that does not exist, and no donation of production's", async () => {
    expect(await play(`http://x/checkout/sandbox/${"0".repeat(64)}`, { outcome: "complete" })).toMatchObject({
      ...{ status: 404, code: "DONATION_NOT_FOUND" },
    });
    const token = newObjectId();
    const carrierRef = sha256Hex(token);
    const { makeDonation } = await import("@/db/testing/factories");
    await makeDonation(db, { environment: "production", carrier: "stripe", carrierRef });
    expect((await play(`http://x/checkout/sandbox/${token}`, { outcome: "complete" })).code).toBe("DONATION_NOT_FOUND");
  });
});

test("the dashboard counts links, payments and what was given, without what went back", async () => {
  const scene = await makeScene();
  for (const outcomes of [["complete"], ["complete", "refund"], ["fail"], []]) {
    const { body } = await create(scene);
    for (const outcome of outcomes) await play(body.donationLink, { outcome });
  }
  const now = new Date(Date.now() + 1_000);
  const ctx = partnerCtx(scene.partner, now);
  expect((await getSummary(ctx, {})).donations).toEqual({
    ...{ count: 4, completed: 2, amountByCurrency: { USD: 2500 }, conversionRate: 0.5 },
  });
  const total = async (metric: "donations" | "donation_amount") =>
    (await getTimeseries(ctx, { metric, interval: "day" })).points.reduce((sum, { value }) => sum + value, 0);
  expect([await total("donations"), await total("donation_amount")]).toEqual([1, 2500]);
});

describe("a reward", () => {
  async function paid(scene: Scene, change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await create(scene, { partnerUserId: "cust-1", ...change });
    await play(body.donationLink, { outcome: "complete" });
    return body.partnerDonationId;
  }
  const become = ({ partner }: Scene, change: Partial<typeof partners.$inferInsert>) =>
    db.update(partners).set(change).where(eq(partners.id, partner.id));

  test("that the pool does not cover fails, and is issued once the pool is credited", async () => {
    const scene = await makeScene({}, 10);
    const id = await paid(scene);
    await settle();
    const short = { status: "COMPLETED", rewardStatus: "FAILED", failureReason: "INSUFFICIENT_POOL", tokensAwarded: 0 };
    expect(await statusOf(scene, id)).toMatchObject(short);
    await settle();
    const refused = await db
      .select()
      .from(events)
      .where(and(eq(events.partnerId, scene.partner.id), eq(events.type, "action.failed")));
    expect(refused).toHaveLength(1);
    // A credit, in the figures of the pool that matter here.
    await db.update(tokenPools).set({ balance: 1_010, allocated: 1_010 }).where(eq(tokenPools.id, scene.pool.id));
    await settle();
    expect(await statusOf(scene, id)).toMatchObject({ rewardStatus: "ISSUED", tokensAwarded: 25, failureReason: null });
  });

  test.each(["SUSPENDED", "INACTIVE"] as const)("of a partner that is %s waits until it is active", async (status) => {
    const scene = await makeScene();
    const { body } = await create(scene, { partnerUserId: "cust-1" });
    await become(scene, { status });
    expect((await play(body.donationLink, { outcome: "complete" })).body.status).toBe("COMPLETED");
    await settle();
    const [waiting] = await db.select().from(donations).where(eq(donations.id, body.partnerDonationId));
    expect(waiting).toMatchObject({ status: "COMPLETED", rewardStatus: "PENDING" });
    await become(scene, { status: "ACTIVE" });
    await settle();
    const [issued] = await db.select().from(donations).where(eq(donations.id, body.partnerDonationId));
    expect(issued).toMatchObject({ rewardStatus: "ISSUED" });
  });

  test("of a payment that is given back is reversed, once, and the tokens return", async () => {
    const scene = await makeScene();
    const { body } = await create(scene, { partnerUserId: "cust-1" });
    await play(body.donationLink, { outcome: "complete" });
    await settle();
    expect(await userOf(scene, "cust-1")).toMatchObject({ available: 25 });
    expect((await play(body.donationLink, { outcome: "refund" })).body).toMatchObject({ status: "REFUNDED" });
    await Promise.all([settle(), settle()]);
    await settle();
    expect(await statusOf(scene, body.partnerDonationId)).toMatchObject({
      ...{ status: "REFUNDED", rewardStatus: "REVERSED", tokensAwarded: 25 },
      charges: [{ status: "REFUNDED" }],
    });
    expect(await userOf(scene, "cust-1")).toMatchObject({ available: 0, reversed: 25 });
    const [pool] = await db.select().from(tokenPools).where(eq(tokenPools.id, scene.pool.id));
    expect(pool).toMatchObject({ balance: 100_000, returned: 25 });
    expect((await eventsOf(scene)).map(({ type }) => type)).toEqual(["donation.completed", "donation.refunded"]);
  });

  test("of a payment that was given back before it was issued is never issued", async () => {
    const scene = await makeScene();
    const { body } = await create(scene, { partnerUserId: "cust-1" });
    await play(body.donationLink, { outcome: "complete" });
    await play(body.donationLink, { outcome: "refund" });
    await settle();
    expect(await statusOf(scene, body.partnerDonationId)).toMatchObject({ status: "REFUNDED", rewardStatus: "NONE" });
    expect(await userOf(scene, "cust-1")).toBeUndefined();
  });

  test("is not lost when the process dies between the action and its record", async () => {
    const scene = await makeScene();
    const { body } = await create(scene, { partnerUserId: "cust-1" });
    await play(body.donationLink, { outcome: "complete" });
    await settle();
    // As a process leaves it that took the reward up, submitted it and ended.
    const lease = new Date(Date.now() + 30_000);
    const lost = { rewardStatus: "PENDING", actionId: null, tokensAwarded: 0, rewardDueAt: lease } as const;
    await db.update(donationCharges).set(lost).where(eq(donationCharges.donationId, body.partnerDonationId));
    await settle();
    expect((await statusOf(scene, body.partnerDonationId)).rewardStatus).toBe("PENDING");
    await settle(new Date(lease.getTime() + 1));
    expect(await statusOf(scene, body.partnerDonationId)).toMatchObject({ rewardStatus: "ISSUED", tokensAwarded: 25 });
    expect(await userOf(scene, "cust-1")).toMatchObject({ available: 25 });
  });

  test("of a partner that has ended fails", async () => {
    const scene = await makeScene();
    const { body } = await create(scene, { partnerUserId: "cust-1" });
    await become(scene, { status: "TERMINATED" });
    await play(body.donationLink, { outcome: "complete" });
    await settle();
    const [row] = await db.select().from(donations).where(eq(donations.id, body.partnerDonationId));
    expect(row).toMatchObject({ status: "COMPLETED", rewardStatus: "FAILED" });
  });

  test("fails with a reason where the partner registered no donations or donors", async () => {
    const noType = await makeScene({ actionTypes: ["PURCHASE"] });
    const first = await paid(noType);
    const noDonor = await makeScene({ stakeholderTypes: ["CUSTOMER"] });
    const second = await paid(noDonor);
    await settle();
    const why = async (scene: Scene, id: string) => (await statusOf(scene, id)).failureReason;
    expect(await why(noType, first)).toBe("ACTION_TYPE_NOT_REGISTERED");
    expect(await why(noDonor, second)).toBe("STAKEHOLDER_TYPE_NOT_REGISTERED");
  });

  test("is none where rewards are off, or nobody is known to get it", async () => {
    const off = await makeScene({ enabledFeatures: ["DONATIONS"] });
    const unknown = await makeScene();
    const { body } = await create(unknown);
    await play(body.donationLink, { outcome: "complete" });
    const first = await paid(off);
    await settle();
    expect((await statusOf(off, first)).rewardStatus).toBe("NONE");
    expect((await statusOf(unknown, body.partnerDonationId)).rewardStatus).toBe("NONE");
  });
});
