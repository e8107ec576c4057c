import { createHmac } from "node:crypto";
import { z } from "zod";
import {
  InauthenticCallback,
  type LinkRequest,
  type PaymentProvider,
  type ProviderEvent,
} from "@/lib/domain/giving/donations/providers/payment-provider";
import { DONATION_MINOR_MIN, FREQUENCIES, type ProviderEventKind } from "@/lib/domain/giving/donations/statuses";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";
import { equalHexDigest } from "@/lib/platform/crypto";
import { EgressFailed, EgressRefused } from "@/lib/platform/egress-errors";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { sendGuarded } from "@/lib/platform/safe-fetch";

const SESSIONS_URL = "https://api.stripe.com/v1/checkout/sessions";
/** Shapes of requests and callbacks are those of this version; the callback's endpoint is to be created with it. */
const API_VERSION = "2024-06-20";
const ANSWER_CAP_BYTES = 256 * 1024;
const TOLERANCE_SECONDS = 300;

function secretsOf(environment: Environment) {
  const { stripeSecretKey, stripeWebhookSecret, stripeSecretKeyTest, stripeWebhookSecretTest } = env();
  return environment === "production"
    ? { key: stripeSecretKey, webhook: stripeWebhookSecret }
    : { key: stripeSecretKeyTest, webhook: stripeWebhookSecretTest };
}

function lineItem(n: number, name: string, minor: number, { currency, frequency }: LinkRequest) {
  const price = `line_items[${n}][price_data]`;
  return {
    [`line_items[${n}][quantity]`]: "1",
    [`${price}[currency]`]: currency.toLowerCase(),
    [`${price}[unit_amount]`]: String(minor),
    [`${price}[product_data][name]`]: name,
    ...(frequency === "monthly" && { [`${price}[recurring][interval]`]: "month" }),
  };
}

function sessionForm(request: LinkRequest): URLSearchParams {
  const { partnerDonationId, organization, amount, tipAmount, frequency } = request;
  const carrying = frequency === "monthly" ? "subscription_data" : "payment_intent_data";
  return new URLSearchParams({
    mode: frequency === "monthly" ? "subscription" : "payment",
    client_reference_id: partnerDonationId,
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    "metadata[partner_donation_id]": partnerDonationId,
    [`${carrying}[metadata][partner_donation_id]`]: partnerDonationId,
    ...(request.donorEmail && { customer_email: request.donorEmail }),
    ...lineItem(0, `Donation to ${organization.name}`, amount, request),
    ...(tipAmount > 0 && lineItem(1, "Tip", tipAmount, request)),
  });
}

const Session = z.object({ id: z.string(), url: z.url(), expires_at: z.int().optional() });

async function openSession(request: LinkRequest) {
  const { key } = secretsOf(request.environment);
  const answer = await sendGuarded({
    url: SESSIONS_URL,
    method: "POST",
    headers: {
      Authorization: `Bearer ${key}`,
      "Content-Type": "application/x-www-form-urlencoded",
      "Stripe-Version": API_VERSION,
      "Idempotency-Key": request.partnerDonationId,
    },
    body: sessionForm(request).toString(),
    responseCapBytes: ANSWER_CAP_BYTES,
  });
  if (answer.status !== 200) throw new Error(`Stripe answered ${answer.status}`);
  return Session.parse(JSON.parse(answer.bodySnippet));
}

/** Whether one of the signatures of the header is that of this secret over these bytes at a time close to now. */
function isSigned(header: string, rawBody: Buffer, secret: string, now: Date): boolean {
  const parts = header.split(",").map((part) => part.trim().split("=", 2) as [string, string?]);
  const timestamp = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(rawBody).digest("hex");
  return parts.some(([name, value]) => name === "v1" && equalHexDigest(expected, value ?? ""));
}

/** The dataset whose secret signed the callback: a test secret can never complete a real donation. */
function environmentOf(header: string, rawBody: Buffer, now: Date): Environment {
  for (const environment of ENVIRONMENTS) {
    const secret = secretsOf(environment).webhook;
    if (secret !== null && isSigned(header, rawBody, secret, now)) return environment;
  }
  throw new InauthenticCallback("The signature does not match.");
}

const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish();
const Metadata = z.object({ partner_donation_id: z.string().optional() }).nullish();

const CheckoutSession = z.object({
  id: z.string(),
  mode: z.string(),
  client_reference_id: z.string().nullish(),
  payment_status: z.string(),
  payment_intent: Reference,
  amount_total: z.int().nullish(),
  currency: z.string().nullish(),
  customer_details: z.object({ email: z.string().nullish() }).nullish(),
});

const Invoice = z.object({
  id: z.string(),
  amount_paid: z.int(),
  currency: z.string(),
  payment_intent: Reference,
  customer_email: z.string().nullish(),
  subscription_details: z.object({ metadata: Metadata }).nullish(),
  parent: z.object({ subscription_details: z.object({ metadata: Metadata }).nullish() }).nullish(),
});

const Charge = z.object({
  id: z.string(),
  amount_refunded: z.int(),
  currency: z.string(),
  payment_intent: Reference,
  metadata: Metadata,
});

const StripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  created: z.int(),
  data: z.object({ object: z.unknown() }),
});
type StripeEvent = z.output<typeof StripeEvent>;
type Reported = Omit<ProviderEvent, "environment" | "sequence" | "raw">;

/** Sessions of monthly donations tell of no payment: each of those, the first too, comes as an invoice. */
function fromSession(kind: ProviderEventKind, object: unknown): Reported[] {
  const session = CheckoutSession.parse(object);
  if (kind === "COMPLETED" && (session.mode !== "payment" || session.payment_status !== "paid")) return [];
  return [
    {
      kind,
      partnerDonationId: session.client_reference_id ?? null,
      chargeId: session.payment_intent ?? session.id,
      amount: session.amount_total ?? -1,
      currency: (session.currency ?? "").toUpperCase(),
      donorEmail: session.customer_details?.email ?? undefined,
      failureReason: kind === "FAILED" ? "The payment failed." : undefined,
    },
  ];
}

function fromInvoice(object: unknown): Reported[] {
  const invoice = Invoice.parse(object);
  const metadata = invoice.subscription_details?.metadata ?? invoice.parent?.subscription_details?.metadata;
  // Invoices of whatever else the account sells.
  if (!metadata?.partner_donation_id) return [];
  return [
    {
      kind: "COMPLETED",
      partnerDonationId: metadata.partner_donation_id,
      chargeId: invoice.payment_intent ?? invoice.id,
      amount: invoice.amount_paid,
      currency: invoice.currency.toUpperCase(),
      donorEmail: invoice.customer_email ?? undefined,
    },
  ];
}

function fromCharge(object: unknown): Reported[] {
  const charge = Charge.parse(object);
  return [
    {
      kind: "REFUNDED",
      partnerDonationId: charge.metadata?.partner_donation_id ?? null,
      chargeId: charge.payment_intent ?? charge.id,
      amount: charge.amount_refunded,
      currency: charge.currency.toUpperCase(),
    },
  ];
}

const READERS: Record<string, (object: unknown) => Reported[]> = {
  "checkout.session.completed": (object) => fromSession("COMPLETED", object),
  "checkout.session.async_payment_succeeded": (object) => fromSession("COMPLETED", object),
  "checkout.session.async_payment_failed": (object) => fromSession("FAILED", object),
  "checkout.session.expired": (object) => fromSession("EXPIRED", object),
  "invoice.paid": fromInvoice,
  "charge.refunded": fromCharge,
};

function readEvent(rawBody: Buffer): { event: StripeEvent; reported: Reported[] } {
  try {
    const event = StripeEvent.parse(JSON.parse(rawBody.toString("utf8")));
    return { event, reported: READERS[event.type]?.(event.data.object) ?? [] };
  } catch {
    throw new InauthenticCallback("The body is not an event of Stripe's.");
  }
}

/** Stripe takes donations in a Checkout Session; of its account this needs a secret key and one webhook endpoint. */
export const stripeProvider: PaymentProvider = {
  id: "stripe",
  capabilities: {
    frequencies: FREQUENCIES,
    currencies: [
      "USD",
      "EUR",
      "GBP",
      "CAD",
      "AUD",
      "NZD",
      "CHF",
      "SEK",
      "NOK",
      "DKK",
      "PLN",
      "CZK",
      "JPY",
      "SGD",
      "HKD",
    ],
    tips: true,
    refunds: true,
    minAmount: DONATION_MINOR_MIN,
  },
  isConfigured(environment) {
    const { key, webhook } = secretsOf(environment);
    return key !== null && webhook !== null;
  },
  async createLink(request) {
    try {
      const { id, url, expires_at } = await openSession(request);
      return { url, providerRef: id, ...(expires_at && { expiresAt: new Date(expires_at * 1000).toISOString() }) };
    } catch (error) {
      const isOutage = error instanceof EgressFailed || error instanceof EgressRefused;
      logger.warn({ err: isOutage ? error.message : error, provider: "stripe" }, "no payment link could be made");
      fail("provider_error", { details: { provider: "stripe" } });
    }
  },
  async parseCallback(rawBody, headers, { now }) {
    const environment = environmentOf(headers("stripe-signature") ?? "", rawBody, now);
    const { event, reported } = readEvent(rawBody);
    return reported.map((each) => ({ ...each, environment, sequence: event.created, raw: event }));
  },
};
