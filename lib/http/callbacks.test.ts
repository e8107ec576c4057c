import { and, eq, like } from "drizzle-orm";
import Stripe from "stripe";
import { describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { donationCharges, donations, providerEvents } from "@/db/schema/donations";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeDonation, makeOrganization } from "@/db/testing/factories";
import { answerCallback } from "@/lib/http/callbacks";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";
import { newAddress } from "@/lib/testing/mounts";
import { everyOrgNotice, stripeInvoice, stripeRefund, stripeSession } from "@/lib/testing/provider-callbacks";

const { TEST, LIVE, PATH } = vi.hoisted(() => {
  const secrets = { TEST: "whsec_test_0123456789", LIVE: "whsec_live_0123456789", PATH: "ab".repeat(32) };
  Object.assign(process.env, {
    STRIPE_SECRET_KEY: "sk_live_x",
    STRIPE_WEBHOOK_SECRET: secrets.LIVE,
    STRIPE_SECRET_KEY_TEST: "sk_test_x",
    STRIPE_WEBHOOK_SECRET_TEST: secrets.TEST,
    EVERY_ORG_WEBHOOK_TOKEN: "token",
    EVERY_ORG_CALLBACK_SECRET: secrets.PATH,
  });
  return secrets;
});

const { db } = database();

// The provider's own package signs here, so that the check is not only our own reading of its documentation.
const signer = new Stripe("sk_test_x").webhooks;

function sendStripe(event: object, { secret = TEST, at = Math.floor(Date.now() / 1000), header }: Signing = {}) {
  const payload = JSON.stringify(event, null, 2);
  const signature = header ?? signer.generateTestHeaderString({ payload, secret, timestamp: at });
  return post("stripe", payload, { "stripe-signature": signature });
}
type Signing = { secret?: string; at?: number; header?: string };

async function post(
  provider: "stripe" | "every.org",
  body: string,
  headers = {},
  secretPath?: string,
  address = newAddress(),
) {
  const request = new Request("https://portico.example/callbacks/any", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address, ...headers },
    body,
  });
  const response = await answerCallback(request, provider, secretPath);
  return { status: response.status, ...((await response.json()) as { outcomes?: string[]; code?: string }) };
}

const sendEveryOrg = (change: Record<string, unknown>, secretPath = PATH) =>
  post("every.org", JSON.stringify(everyOrgNotice(change)), {}, secretPath);

const makeStripeDonation = (overrides: Parameters<typeof makeDonation>[1] = {}) =>
  makeDonation(db, { provider: "stripe", carrier: "stripe", tipAmount: 250, ...overrides });
const paymentOf = ({ id, amount, tipAmount }: typeof donations.$inferSelect) => ({
  partnerDonationId: id,
  total: amount + tipAmount,
  paymentIntent: `pi_${newObjectId()}`,
});

async function afterwards(id: string) {
  const [row] = await db.select().from(donations).where(eq(donations.id, id));
  const charges = await db
    .select()
    .from(donationCharges)
    .where(eq(donationCharges.donationId, id))
    .orderBy(donationCharges.n);
  const told = await db
    .select()
    .from(events)
    .where(and(eq(events.partnerId, row!.partnerId), like(events.type, "donation.%")))
    .orderBy(events.position);
  const kept = await db.select().from(providerEvents).where(eq(providerEvents.donationId, id));
  const records = await db
    .select()
    .from(auditRecords)
    .where(eq(auditRecords.targetId, id))
    .orderBy(auditRecords.position);
  return { row: row!, charges, told: told.map(({ type }) => type), kept, audited: records.map(({ action }) => action) };
}

describe("a callback of Stripe's", () => {
  test("completes a donation once, however often and at once it arrives", async () => {
    const donation = await makeStripeDonation();
    const event = stripeSession("checkout.session.completed", paymentOf(donation));
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendStripe(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(answers.flatMap(({ outcomes }) => outcomes).toSorted()).toEqual(["applied", ...Array(4).fill("repeated")]);
    const { row, charges, told, audited } = await afterwards(donation.id);
    expect(row).toMatchObject({ status: "COMPLETED", rewardStatus: "PENDING", reviewReason: null });
    expect(charges).toMatchObject([{ n: 1, amount: 2500, rewardStatus: "PENDING" }]);
    expect([told, audited]).toEqual([["donation.completed"], ["donation.completed"]]);
  });

  test("that is not signed so, for another time or by another secret, is refused", async () => {
    const donation = await makeStripeDonation();
    const event = stripeSession("checkout.session.completed", paymentOf(donation));
    const now = Math.floor(Date.now() / 1000);
    for (const signing of [
      { secret: "whsec_other" },
      { at: now - 310 },
      { at: now + 310 },
      { header: "" },
      { header: "t=,v1=" },
      { header: `t=${now},v1=${"0".repeat(64)}` },
      { header: `t=${now},v0=${"0".repeat(64)}` },
    ]) {
      expect(await sendStripe(event, signing)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
    }
    expect((await sendStripe(event, { at: now - 290 })).status).toBe(200);
  });

  test("is read by the bytes that were signed", async () => {
    const donation = await makeStripeDonation();
    const payload = JSON.stringify(stripeSession("checkout.session.completed", paymentOf(donation)));
    const header = signer.generateTestHeaderString({ payload, secret: TEST });
    const changed = await post("stripe", payload.replace('"paid"', '"paid" '), { "stripe-signature": header });
    expect(changed.status).toBe(401);
  });

  test("of the test mode never touches a real donation, nor the other way round", async () => {
    const real = await makeStripeDonation({ environment: "production" });
    const event = stripeSession("checkout.session.completed", paymentOf(real));
    expect((await sendStripe(event)).outcomes).toEqual(["unknown"]);
    expect((await afterwards(real.id)).row.status).toBe("PENDING");
    expect((await sendStripe(event, { secret: LIVE })).outcomes).toEqual(["applied"]);
  });

  test.each([
    ["amount", (payment: ReturnType<typeof paymentOf>) => ({ ...payment, total: payment.total - 1 })],
    ["currency", (payment: ReturnType<typeof paymentOf>) => ({ ...payment, currency: "eur" })],
  ])("with another %s is kept for review, and nothing is rewarded", async (what, change) => {
    const donation = await makeStripeDonation();
    const event = stripeSession("checkout.session.completed", change(paymentOf(donation)));
    expect((await sendStripe(event)).outcomes).toEqual(["flagged"]);
    const { row, charges, told, audited } = await afterwards(donation.id);
    expect(row).toMatchObject({ status: "PENDING", reviewReason: `COMPLETED: another ${what} than the donation's` });
    expect([charges, told, audited]).toEqual([[], [], ["donation.flagged"]]);
  });

  test("of a payment that takes days completes when the money comes, though the link has run out", async () => {
    const donation = await makeStripeDonation({ expiresAt: new Date("2026-01-01T00:00:00.000Z") });
    const payment = paymentOf(donation);
    await sendStripe(stripeSession("checkout.session.completed", payment, { payment_status: "unpaid" }));
    expect((await afterwards(donation.id)).row.status).toBe("PENDING");
    await sendStripe(stripeSession("checkout.session.async_payment_succeeded", payment));
    expect((await afterwards(donation.id)).row.status).toBe("COMPLETED");
  });

  test("tells of failures and of sessions that ran out; an end after the end changes nothing", async () => {
    const [failed, expired] = [await makeStripeDonation(), await makeStripeDonation()];
    await sendStripe(
      stripeSession("checkout.session.async_payment_failed", paymentOf(failed), { payment_status: "unpaid" }),
    );
    await sendStripe(stripeSession("checkout.session.expired", paymentOf(failed), { payment_intent: null }));
    await sendStripe(stripeSession("checkout.session.expired", paymentOf(expired), { payment_intent: null }));
    expect(await afterwards(failed.id)).toMatchObject({
      row: { status: "FAILED", rewardStatus: "NONE" },
      told: ["donation.failed"],
    });
    expect(await afterwards(expired.id)).toMatchObject({ row: { status: "EXPIRED" }, told: ["donation.expired"] });
  });

  test("pays a monthly donation by its invoices alone, and refunds one of them by its payment", async () => {
    const donation = await makeStripeDonation({ frequency: "monthly" });
    const [first, second] = [paymentOf(donation), paymentOf(donation)];
    await sendStripe(
      stripeSession("checkout.session.completed", first, { mode: "subscription", payment_intent: null }),
    );
    expect((await afterwards(donation.id)).charges).toEqual([]);
    await sendStripe(stripeInvoice(first));
    await sendStripe(stripeInvoice(second));
    await sendStripe(stripeInvoice(second));
    expect((await afterwards(donation.id)).charges.map(({ n }) => n)).toEqual([1, 2]);
    expect((await sendStripe(stripeRefund(second))).outcomes).toEqual(["applied"]);
    const one = await afterwards(donation.id);
    expect(one.row.status).toBe("COMPLETED");
    expect(one.charges.map(({ status }) => status)).toEqual(["COMPLETED", "REFUNDED"]);
    await sendStripe(stripeRefund(first));
    expect(await afterwards(donation.id)).toMatchObject({
      row: { status: "REFUNDED" },
      told: ["donation.completed", "donation.completed", "donation.refunded", "donation.refunded"],
    });
  });

  test("of part of the money given back, or of a second payment for a single gift, comes to review", async () => {
    const donation = await makeStripeDonation();
    const payment = paymentOf(donation);
    await sendStripe(stripeSession("checkout.session.completed", payment));
    const part = stripeRefund({ ...payment, total: 100 }, { partner_donation_id: donation.id });
    expect((await sendStripe(part)).outcomes).toEqual(["flagged"]);
    expect((await sendStripe(stripeSession("checkout.session.completed", paymentOf(donation)))).outcomes).toEqual([
      "flagged",
    ]);
    const { row, charges } = await afterwards(donation.id);
    expect([row.status, charges.length]).toEqual(["COMPLETED", 1]);
  });

  test("about something else is accepted and left aside", async () => {
    expect(
      await sendStripe({ ...stripeRefund({ total: 1, paymentIntent: "pi_none" }), type: "customer.created" }),
    ).toMatchObject({
      ...{ status: 200, outcomes: [] },
    });
    expect((await sendStripe(stripeRefund({ total: 1, paymentIntent: `pi_${newObjectId()}` }))).outcomes).toEqual([
      "unknown",
    ]);
  });
});

describe("a callback of every.org's", () => {
  async function makeEveryOrgDonation() {
    const { id: organizationId, slug } = await makeOrganization(db);
    const place = { environment: "production", provider: "every.org", carrier: "every.org" } as const;
    return makeDonation(db, { ...place, organizationId, nonprofitSlug: slug, donorEmail: null });
  }
  const noticeOf = ({ id, nonprofitSlug: slug }: { id: string; nonprofitSlug: string }) => ({
    chargeId: newObjectId(),
    partnerDonationId: id,
    toNonprofit: { slug, ein: "530196605", name: "A nonprofit" },
  });

  test("completes the donation it names, once, and makes the donor known", async () => {
    const donation = await makeEveryOrgDonation();
    const notice = noticeOf(donation);
    expect((await sendEveryOrg(notice)).outcomes).toEqual(["applied"]);
    expect((await sendEveryOrg(notice)).outcomes).toEqual(["repeated"]);
    const { row, charges } = await afterwards(donation.id);
    expect(row).toMatchObject({ status: "COMPLETED", donorEmail: "jane@example.org", rewardStatus: "PENDING" });
    expect(charges).toHaveLength(1);
  });

  test("at another path is refused, and the guesser slowed down", async () => {
    const donation = await makeEveryOrgDonation();
    for (const path of ["", PATH.slice(1), `${PATH}0`, newSecretHex()]) {
      expect(await sendEveryOrg(noticeOf(donation), path)).toMatchObject({ status: 401 });
    }
    const address = newAddress();
    const codes: number[] = [];
    for (let sent = 0; sent < 122 && !codes.includes(429); sent += 1) {
      codes.push((await post("every.org", "{}", {}, "guess", address)).status);
    }
    expect(codes).toContain(429);
    expect((await afterwards(donation.id)).row.status).toBe("PENDING");
  });

  test.each([
    ["amount", { amount: "25.01" }],
    ["amount", { amount: "25.001" }],
    ["currency", { currency: "EUR" }],
    ["organisation", { toNonprofit: { slug: "another", ein: "1", name: "x" } }],
  ])("with another %s is kept for review", async (what, change) => {
    const donation = await makeEveryOrgDonation();
    expect((await sendEveryOrg({ ...noticeOf(donation), ...change })).outcomes).toEqual(["flagged"]);
    const { row } = await afterwards(donation.id);
    expect(row.reviewReason).toContain(what);
    expect(row.status).toBe("PENDING");
  });

  test("that cannot be read is refused, and one about nobody's donation left aside", async () => {
    expect((await post("every.org", "no json", {}, PATH)).status).toBe(401);
    expect((await sendEveryOrg({ amount: 25 })).status).toBe(401);
    expect((await sendEveryOrg({ partnerDonationId: `don_${newObjectId()}` })).outcomes).toEqual(["unknown"]);
  });
});
