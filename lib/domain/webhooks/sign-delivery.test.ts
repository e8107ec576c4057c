import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { signDelivery } from "@/lib/domain/webhooks/sign-delivery";
import { newSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";

// Contract 9.1, to the byte.
const VECTOR = {
  secret: "whsec_1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809",
  timestamp: 1767225662,
  eventId: "evt_695b9e0d4f1a2b3c4d5e6f71",
  body: '{"id":"evt_695b9e0d4f1a2b3c4d5e6f71","type":"action.completed","createdAt":"2026-01-01T00:01:01.000Z","data":{"environment":"sandbox","actionId":"695b9e0d4f1a2b3c4d5e6f72","idempotencyKey":"order-7001","actionType":"PURCHASE","status":"COMPLETED","tokensDistributed":50,"transactionIds":["695b9e0d4f1a2b3c4d5e6f73"]}}',
  previousSecret: null,
};
const SIGNATURE = "sha256=2eeed32bd0e406dd6067ceb683d5d82d49d4c85e8827afe93f68f4935bb3e0cf";

test("the contract's vector is signed as the contract says", () => {
  expect(Buffer.byteLength(VECTOR.body)).toBe(317);
  const headers = signDelivery(VECTOR);
  expect(headers["X-SIR-Signature"]).toBe(SIGNATURE);
  expect(headers["X-SIR-Timestamp"]).toBe("1767225662");
  expect(headers).not.toHaveProperty("X-SIR-Signature-Previous");
});

test.each([
  ["secret", { secret: VECTOR.secret.replace("1a", "1b") }],
  ["time", { timestamp: VECTOR.timestamp + 1 }],
  ["body", { body: `${VECTOR.body} ` }],
])("another %s makes another signature", (_what, change) => {
  expect(signDelivery({ ...VECTOR, ...change })["X-SIR-Signature"]).not.toBe(SIGNATURE);
});

describe("a Standard Webhooks library", () => {
  const signed = (secret: string, previousSecret: string | null, body = VECTOR.body) =>
    signDelivery({ ...VECTOR, body, secret, previousSecret, timestamp: Math.floor(Date.now() / 1000) });

  test("verifies a delivery with the secret as it was shown", () => {
    const secret = newSigningSecret();
    const verified = new Webhook(secret).verify(VECTOR.body, signed(secret, null));
    expect(verified).toMatchObject({ id: VECTOR.eventId });
    expect(new Webhook(secret.slice("whsec_".length)).verify(VECTOR.body, signed(secret, null))).toEqual(verified);
  });

  test("verifies bodies beyond ASCII", () => {
    const secret = newSigningSecret();
    const body = '{"name":"Zoë 🌱"}';
    expect(new Webhook(secret).verify(body, signed(secret, null, body))).toEqual({ name: "Zoë 🌱" });
  });

  test("refuses another secret, an altered body and an altered id", () => {
    const secret = newSigningSecret();
    const headers = signed(secret, null);
    expect(() => new Webhook(newSigningSecret()).verify(VECTOR.body, headers)).toThrow(/signature/);
    expect(() => new Webhook(secret).verify(`${VECTOR.body} `, headers)).toThrow(/signature/);
    expect(() => new Webhook(secret).verify(VECTOR.body, { ...headers, "webhook-id": "evt_other" })).toThrow(
      /signature/,
    );
  });

  test("verifies with the new and with the former secret while both are valid", () => {
    const [secret, former] = [newSigningSecret(), newSigningSecret()];
    const headers = signed(secret, former);
    expect(new Webhook(secret).verify(VECTOR.body, headers)).toBeTruthy();
    expect(new Webhook(former).verify(VECTOR.body, headers)).toBeTruthy();
  });
});

test("the former secret signs the same message beside the new one", () => {
  const headers = signDelivery({ ...VECTOR, secret: newSigningSecret(), previousSecret: VECTOR.secret });
  expect(headers["X-SIR-Signature-Previous"]).toBe(SIGNATURE);
  expect(headers["X-SIR-Signature"]).not.toBe(SIGNATURE);
});
