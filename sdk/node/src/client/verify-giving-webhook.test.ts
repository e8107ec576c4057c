import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GivingDelivery, verifyGivingWebhook } from "./verify-giving-webhook.js";

// The published vector of the giving API.
const SECRET = "whsec_1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809";
const SIGNED_AT = 1767225662;
const SIGNATURE = "sha256=2eeed32bd0e406dd6067ceb683d5d82d49d4c85e8827afe93f68f4935bb3e0cf";
const BODY =
  '{"id":"evt_695b9e0d4f1a2b3c4d5e6f71","type":"action.completed","createdAt":"2026-01-01T00:01:01.000Z","data":{"environment":"sandbox","actionId":"695b9e0d4f1a2b3c4d5e6f72","idempotencyKey":"order-7001","actionType":"PURCHASE","status":"COMPLETED","tokensDistributed":50,"transactionIds":["695b9e0d4f1a2b3c4d5e6f73"]}}';
const HEADERS = { "x-sir-timestamp": String(SIGNED_AT), "x-sir-signature": SIGNATURE };

const verify = (given: Partial<GivingDelivery> = {}) =>
  verifyGivingWebhook({ rawBody: BODY, headers: HEADERS, secret: SECRET, nowSeconds: SIGNED_AT, ...given });

test("the published vector verifies, whatever holds the headers", () => {
  expect(verify()).toEqual({ valid: true, timestamp: SIGNED_AT, skewSeconds: 0 });
  expect(verify({ headers: new Headers(HEADERS), rawBody: Buffer.from(BODY) }).valid).toBe(true);
});

test("while a former secret is valid, either of the two verifies", () => {
  const next = `whsec_${"ab".repeat(32)}`;
  const digest = createHmac("sha256", next).update(`${SIGNED_AT}.${BODY}`).digest("hex");
  const headers = { ...HEADERS, "x-sir-signature": `sha256=${digest}`, "x-sir-signature-previous": SIGNATURE };
  expect(verify({ headers }).valid).toBe(true);
  expect(verify({ headers, secret: next }).valid).toBe(true);
  expect(verify({ headers, secret: `whsec_${"cd".repeat(32)}` }).reason).toBe("digest_mismatch");
});

test.each([
  ["missing_signature", { headers: {} }],
  ["malformed_signature", { headers: { ...HEADERS, "x-sir-signature": SIGNATURE.slice(7) } }],
  ["missing_timestamp", { headers: { "x-sir-signature": SIGNATURE } }],
  ["timestamp_out_of_tolerance", { nowSeconds: SIGNED_AT + 301 }],
  ["empty_payload", { rawBody: "" }],
  ["digest_mismatch", { rawBody: `${BODY} ` }],
  ["digest_mismatch", { secret: "" }],
])("%s is the reason for %j", (reason, given) => {
  expect(verify(given)).toMatchObject({ valid: false, reason });
});

test("whatever arrives, the answer is a result", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (headers, rawBody, secret) => {
      const delivery = { headers, rawBody, secret, nowSeconds: SIGNED_AT } as unknown as GivingDelivery;
      expect(verifyGivingWebhook(delivery).valid).toBe(false);
    }),
  );
  expect(verifyGivingWebhook(null as unknown as GivingDelivery).valid).toBe(false);
});
