/** Callbacks as providers send them: fields and nesting as recorded, values invented. What we do not read is kept too. */

type Payment = { partnerDonationId: string; total: number; currency?: string; paymentIntent: string };

let sent = 0;

function stripeEvent(type: string, object: Record<string, unknown>) {
  sent += 1;
  return {
    id: `evt_1PabcdLkdIwHu7ix${String(sent).padStart(8, "0")}`,
    object: "event",
    api_version: "2024-06-20",
    created: 1_767_225_600 + sent,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}

/** `checkout.session.*` of a single donation. */
export function stripeSession(
  type: string,
  { partnerDonationId, total, currency = "usd", paymentIntent }: Payment,
  change: Record<string, unknown> = {},
) {
  return stripeEvent(type, {
    id: `cs_test_a1${paymentIntent.slice(3)}`,
    object: "checkout.session",
    amount_subtotal: total,
    amount_total: total,
    client_reference_id: partnerDonationId,
    created: 1_767_225_000,
    currency,
    customer: null,
    customer_details: { address: null, email: "jane@example.org", name: "Jane Doe", phone: null, tax_exempt: "none" },
    expires_at: 1_767_311_400,
    livemode: false,
    metadata: { partner_donation_id: partnerDonationId },
    mode: "payment",
    payment_intent: paymentIntent,
    payment_method_types: ["card"],
    payment_status: "paid",
    status: "complete",
    submit_type: "donate",
    subscription: null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: null,
    ...change,
  });
}

/** `invoice.paid` of a monthly donation. */
export function stripeInvoice({ partnerDonationId, total, currency = "usd", paymentIntent }: Payment) {
  return stripeEvent("invoice.paid", {
    id: `in_${paymentIntent.slice(3)}`,
    object: "invoice",
    amount_due: total,
    amount_paid: total,
    amount_remaining: 0,
    billing_reason: "subscription_cycle",
    charge: `ch_${paymentIntent.slice(3)}`,
    currency,
    customer: "cus_QXg1abcdefghij",
    customer_email: "jane@example.org",
    lines: { object: "list", data: [], has_more: false, total_count: 1 },
    paid: true,
    payment_intent: paymentIntent,
    status: "paid",
    subscription: "sub_1PabcdLkdIwHu7ixabcdefgh",
    subscription_details: { metadata: { partner_donation_id: partnerDonationId } },
    total,
  });
}

/** `charge.refunded`; of a monthly donation it carries no metadata of ours. */
export function stripeRefund(payment: Omit<Payment, "partnerDonationId">, metadata: Record<string, string> = {}) {
  const { total, currency = "usd", paymentIntent } = payment;
  return stripeEvent("charge.refunded", {
    id: `ch_${paymentIntent.slice(3)}`,
    object: "charge",
    amount: total,
    amount_captured: total,
    amount_refunded: total,
    balance_transaction: `txn_${paymentIntent.slice(3)}`,
    billing_details: { email: "jane@example.org", name: "Jane Doe" },
    currency,
    metadata,
    paid: true,
    payment_intent: paymentIntent,
    refunded: true,
    status: "succeeded",
  });
}

/** every.org's notice to the partner of a link. */
export function everyOrgNotice(change: Record<string, unknown>) {
  return {
    chargeId: "0a3c9e4e-2c0b-4a7e-9a57-1f3a5d2b7c11",
    partnerDonationId: "don_695b9e0d4f1a2b3c4d5e6fa0",
    partnerMetadata: { environment: "production" },
    firstName: "Jane",
    lastName: null,
    email: "jane@example.org",
    toNonprofit: { slug: "a-nonprofit", ein: "530196605", name: "A nonprofit" },
    amount: "25.00",
    netAmount: "24.13",
    currency: "USD",
    frequency: "One-time",
    donationDate: "2026-01-01T00:01:00.000Z",
    publicTestimony: null,
    privateNote: null,
    fromFundraiser: null,
    paymentMethod: "card",
    ...change,
  };
}
