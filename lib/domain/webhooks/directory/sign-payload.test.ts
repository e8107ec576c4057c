import Stripe from "stripe";
import { expect, test } from "vitest";
import { deliveryBody } from "@/lib/domain/webhooks/directory/delivery-body";
import { signaturePreview, signPayload } from "@/lib/domain/webhooks/directory/sign-payload";

// The contract's sample vector (7.5).
const SECRET = "whsec_example_do_not_use";
const TIMESTAMP = 1778792400;
const BODY =
  '{"id":"webhook-delivery-example","eventType":"provider.updated","subjectId":"provider-example","payload":{"providerId":"provider-example","status":"updated"},"createdAt":"2026-05-14T21:00:00.000Z"}';
const SIGNATURE = "t=1778792400,v1=c6712f63cdc2c4dc3c0df540b951905799fab2b40a2a0f61570461a0d07166c2";

const delivery = {
  id: "webhook-delivery-example",
  eventType: "provider.updated",
  createdAt: new Date(TIMESTAMP * 1000),
  redeliveryOf: null,
};
const payload = '{"providerId":"provider-example","status":"updated"}';

test("the contract's sample comes out byte for byte", () => {
  const body = deliveryBody({ delivery, subjectId: "provider-example", payload });
  expect(body).toBe(BODY);
  expect(Buffer.byteLength(body)).toBe(197);
  expect(signPayload(SECRET, TIMESTAMP, body)).toBe(SIGNATURE);
});

test("a changed byte, other spacing, another secret or another time give another signature", () => {
  expect(signPayload(SECRET, TIMESTAMP, BODY.replace("updated", "updatee"))).not.toBe(SIGNATURE);
  expect(signPayload(SECRET, TIMESTAMP, JSON.stringify(JSON.parse(BODY), null, 1))).not.toBe(SIGNATURE);
  expect(signPayload(`${SECRET}x`, TIMESTAMP, BODY)).not.toBe(SIGNATURE);
  expect(signPayload(SECRET, TIMESTAMP + 1, BODY).split("v1=")[1]).not.toBe(SIGNATURE.split("v1=")[1]);
});

test("a library that others wrote for this scheme takes it", () => {
  const { webhooks } = new Stripe("sk_test_unused");
  const receivedAt = TIMESTAMP * 1000;
  expect(webhooks.constructEvent(BODY, SIGNATURE, SECRET, 300, undefined, receivedAt)).toEqual(JSON.parse(BODY));
  expect(() => webhooks.constructEvent(BODY, SIGNATURE, SECRET, 300, undefined, receivedAt + 301_000)).toThrow();
  expect(() => webhooks.constructEvent(`${BODY} `, SIGNATURE, SECRET, 300, undefined, receivedAt)).toThrow();
});

test("an event without a subject leaves it out, and a replay says what it repeats", () => {
  const repeated = { ...delivery, redeliveryOf: "webhook-delivery-first" };
  expect(deliveryBody({ delivery: repeated, subjectId: null, payload })).toBe(
    '{"id":"webhook-delivery-example","eventType":"provider.updated","payload":{"providerId":"provider-example","status":"updated","replayOfDeliveryId":"webhook-delivery-first"},"createdAt":"2026-05-14T21:00:00.000Z"}',
  );
});

test("a preview shows too little of a signature to use it", () => {
  expect(signaturePreview(SIGNATURE)).toBe("t=1778792400,v1=c6712f63...d07166c2");
});
