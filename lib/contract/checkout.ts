import { endpoint } from "@/lib/contract/endpoint";
import { CheckoutOutcome, CheckoutParams, CheckoutResult } from "@/lib/domain/giving/donations/schemas";

/** The test checkout of the sandbox: not part of the giving API, since donors are no callers of it. */

export const settleCheckout = endpoint({
  method: "POST",
  path: "/checkout/sandbox/:token",
  id: "settleCheckout",
  tag: "Donations",
  summary: "Play the payment provider in the test checkout",
  auth: "none",
  params: CheckoutParams,
  body: CheckoutOutcome,
  response: CheckoutResult,
  status: 200,
  errors: ["donation_not_found", "donation_already_final"],
});
