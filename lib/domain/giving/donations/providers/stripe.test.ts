import { afterEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { donations } from "@/db/schema/donations";
import { makeOrganization, makePartner } from "@/db/testing/factories";
import { createDonationLink } from "@/lib/domain/giving/donations/create-donation-link";
import { getConfig } from "@/lib/domain/giving/donations/get-config";
import { everyOrgProvider } from "@/lib/domain/giving/donations/providers/every-org";
import { CreateDonationLink, type DonationLink } from "@/lib/domain/giving/donations/schemas";
import { EgressFailed } from "@/lib/platform/egress-errors";
import * as egress from "@/lib/platform/safe-fetch";
import { partnerCtx } from "@/lib/testing/context";

vi.hoisted(() =>
  Object.assign(process.env, {
    STRIPE_SECRET_KEY_TEST: "sk_test_123",
    STRIPE_WEBHOOK_SECRET_TEST: "whsec_1",
    EVERY_ORG_WEBHOOK_TOKEN: "the token",
    EVERY_ORG_CALLBACK_SECRET: "ab".repeat(32),
    PUBLIC_BASE_URL: "https://portico.example",
  }),
);

const NOW = new Date("2026-01-01T00:00:00.000Z");
const { db } = database();

// What Stripe answers to a new session, as far as it is read.
const session = (id: string) => ({
  id,
  object: "checkout.session",
  url: `https://checkout.stripe.com/c/pay/${id}`,
  expires_at: 1_767_300_000,
});

function stripeAnswers(status: number, body: unknown) {
  const answer = { status, headers: {}, bodySnippet: JSON.stringify(body), durationMs: 1 };
  return vi.spyOn(egress, "sendGuarded").mockResolvedValue(answer);
}
afterEach(() => vi.restoreAllMocks());

async function scene(change: Record<string, unknown> = {}) {
  const partner = await makePartner(db);
  const organization = await makeOrganization(db);
  const plain = { nonprofitSlug: organization.slug, amount: 2500, currency: "USD", provider: "stripe" };
  return {
    ctx: partnerCtx(partner, NOW),
    partner,
    organization,
    input: CreateDonationLink.parse({ ...plain, ...change }),
  };
}

describe("a link by Stripe", () => {
  test("is a Checkout Session of the test mode that names donation, tip and ways back", async () => {
    const sent = stripeAnswers(200, session("cs_test_once"));
    const { ctx, partner, organization, input } = await scene({ tipAmount: 250, donorEmail: "jane@example.org" });
    const link = (await createDonationLink(ctx, input)) as DonationLink;
    expect(link).toMatchObject({ provider: "stripe", donationLink: "https://checkout.stripe.com/c/pay/cs_test_once" });
    expect(link.expiresAt).toBe(new Date(1_767_300_000_000).toISOString());
    const [request] = sent.mock.calls[0]!;
    expect(request).toMatchObject({
      url: "https://api.stripe.com/v1/checkout/sessions",
      method: "POST",
      headers: { Authorization: "Bearer sk_test_123", "Idempotency-Key": link.partnerDonationId },
    });
    const hosted = `https://portico.example/give/${partner.slug}/${organization.slug}?partnerDonationId=${link.partnerDonationId}`;
    expect(Object.fromEntries(new URLSearchParams(String(request.body)))).toEqual({
      mode: "payment",
      client_reference_id: link.partnerDonationId,
      success_url: `${hosted}&status=COMPLETED`,
      cancel_url: `${hosted}&status=CANCELED`,
      "metadata[partner_donation_id]": link.partnerDonationId,
      "payment_intent_data[metadata][partner_donation_id]": link.partnerDonationId,
      customer_email: "jane@example.org",
      "line_items[0][quantity]": "1",
      "line_items[0][price_data][currency]": "usd",
      "line_items[0][price_data][unit_amount]": "2500",
      "line_items[0][price_data][product_data][name]": `Donation to ${organization.name}`,
      "line_items[1][quantity]": "1",
      "line_items[1][price_data][currency]": "usd",
      "line_items[1][price_data][unit_amount]": "250",
      "line_items[1][price_data][product_data][name]": "Tip",
    });
  });

  test("of a monthly donation is a subscription that carries the donation's id into every invoice", async () => {
    const sent = stripeAnswers(200, session("cs_test_monthly"));
    const { ctx, input } = await scene({ frequency: "monthly" });
    const link = (await createDonationLink(ctx, input)) as DonationLink;
    const form = new URLSearchParams(String(sent.mock.calls[0]![0].body));
    expect(form.get("mode")).toBe("subscription");
    expect(form.get("line_items[0][price_data][recurring][interval]")).toBe("month");
    expect(form.get("subscription_data[metadata][partner_donation_id]")).toBe(link.partnerDonationId);
  });

  test.each([
    ["refuses", () => stripeAnswers(402, { error: { type: "card_error" } })],
    ["answers something else", () => stripeAnswers(200, { hello: 1 })],
    ["is away", () => vi.spyOn(egress, "sendGuarded").mockRejectedValue(new EgressFailed("timeout", "No answer."))],
  ])("is refused with provider_error when Stripe %s, and nothing is stored", async (_, arrange) => {
    arrange();
    const { ctx, input } = await scene();
    await expect(createDonationLink(ctx, input)).rejects.toMatchObject({ code: "provider_error" });
    const { eq } = await import("drizzle-orm");
    expect(await db.select().from(donations).where(eq(donations.partnerId, ctx.partner.id))).toEqual([]);
  });
});

test("the configuration names the providers that can be used, the default one first", async () => {
  const partner = await makePartner(db);
  expect(await getConfig(partnerCtx(partner, NOW))).toMatchObject({
    ...{ providers: ["stripe", "sandbox"], minAmount: 100, maxAmount: 99_999_999 },
  });
  expect((await getConfig(partnerCtx(partner, NOW, "production"))).providers).toEqual(["every.org"]);
});

test("a link to every.org carries the donation in the words of its documentation", async () => {
  const { url } = await everyOrgProvider.createLink({
    partnerDonationId: "don_1",
    environment: "production",
    organization: { slug: "american-red-cross", name: "American Red Cross" },
    ...{
      amount: 2505,
      tipAmount: 0,
      currency: "USD",
      frequency: "monthly",
      donorEmail: "jane@example.org",
      firstName: "Jane",
    },
    successUrl: "https://shop.example/thanks",
    cancelUrl: "https://shop.example/back",
  });
  const { origin, pathname, hash, searchParams } = new URL(url);
  expect([origin, pathname, hash]).toEqual(["https://www.every.org", "/american-red-cross", "#/donate"]);
  const { partner_metadata, ...parameters } = Object.fromEntries(searchParams);
  expect(parameters).toEqual({
    amount: "25.05",
    frequency: "MONTHLY",
    first_name: "Jane",
    email: "jane@example.org",
    partner_donation_id: "don_1",
    success_url: "https://shop.example/thanks",
    exit_url: "https://shop.example/back",
    webhook_token: "the token",
  });
  expect(JSON.parse(Buffer.from(partner_metadata!, "base64").toString())).toMatchObject({ partnerDonationId: "don_1" });
});
