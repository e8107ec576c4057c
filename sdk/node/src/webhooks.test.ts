import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifySeniorGuruWebhookSignature, type WebhookSignature } from "./webhooks.js";

const SECRET = "whsec_example_do_not_use";
const TIMESTAMP = 1778792400;
const BODY =
  '{"id":"webhook-delivery-example","eventType":"provider.updated","subjectId":"provider-example","payload":{"providerId":"provider-example","status":"updated"},"createdAt":"2026-05-14T21:00:00.000Z"}';
const DIGEST = "c6712f63cdc2c4dc3c0df540b951905799fab2b40a2a0f61570461a0d07166c2";
const SIGNATURE = `t=${TIMESTAMP},v1=${DIGEST}`;

const verify = (given: { [field in keyof WebhookSignature]?: unknown } = {}) => {
  const sample = { rawBody: BODY, signatureHeader: SIGNATURE, secret: SECRET, nowSeconds: TIMESTAMP };
  // Some tests hand over what the types forbid: callers in JavaScript do.
  return verifySeniorGuruWebhookSignature({ ...sample, ...given } as WebhookSignature);
};
const refused = (reason: string, timestamp = TIMESTAMP, skewSeconds = 0) => ({
  valid: false,
  reason,
  timestamp,
  skewSeconds,
});

describe("the published vector", () => {
  test("verifies, as text and as bytes", () => {
    const genuine = { valid: true, timestamp: TIMESTAMP, skewSeconds: 0 };
    expect(Buffer.byteLength(BODY)).toBe(197);
    expect(verify()).toEqual(genuine);
    expect(verify({ rawBody: Buffer.from(BODY) })).toEqual(genuine);
    expect(verify({ rawBody: new TextEncoder().encode(BODY) })).toEqual(genuine);
  });

  test("does not verify with any one byte altered", () => {
    for (let at = 0; at < BODY.length; at++) {
      const rawBody = Buffer.from(BODY);
      rawBody[at]! ^= 1;
      expect(verify({ rawBody })).toEqual(refused("digest_mismatch"));
    }
  });

  test("does not verify as re-spaced JSON", () => {
    expect(verify({ rawBody: JSON.stringify(JSON.parse(BODY), null, 1) })).toEqual(refused("digest_mismatch"));
  });

  test("does not verify with another secret", () => {
    expect(verify({ secret: "example_do_not_use" })).toEqual(refused("digest_mismatch"));
  });

  test("does not verify with another timestamp", () => {
    const signatureHeader = `t=${TIMESTAMP + 1},v1=${DIGEST}`;
    expect(verify({ signatureHeader })).toEqual(refused("digest_mismatch", TIMESTAMP + 1, 1));
  });

  test("verifies up to 300 seconds away, either way", () => {
    for (const skew of [300, -300]) expect(verify({ nowSeconds: TIMESTAMP + skew })).toMatchObject({ valid: true });
    for (const skew of [301, -301]) {
      expect(verify({ nowSeconds: TIMESTAMP + skew })).toEqual(refused("timestamp_out_of_tolerance", TIMESTAMP, 301));
    }
  });

  test("is judged by the tolerance it is given, and by 300 seconds where that makes no sense", () => {
    expect(verify({ nowSeconds: TIMESTAMP + 31, toleranceSeconds: 30 }).reason).toBe("timestamp_out_of_tolerance");
    expect(verify({ nowSeconds: TIMESTAMP + 3600, toleranceSeconds: 3600 }).valid).toBe(true);
    for (const toleranceSeconds of [Number.NaN, Number.POSITIVE_INFINITY, -1, "9999"]) {
      expect(verify({ nowSeconds: TIMESTAMP + 301, toleranceSeconds }).reason).toBe("timestamp_out_of_tolerance");
    }
  });

  test("is out of date by the system's clock", () => {
    expect(verify({ nowSeconds: undefined }).reason).toBe("timestamp_out_of_tolerance");
  });

  test.each([`v0=abc, ${SIGNATURE},x`, `v1=${DIGEST},t=${TIMESTAMP}`, `t=${TIMESTAMP},v1=00,v1=${DIGEST}`])(
    "verifies among other parts: %s",
    (signatureHeader) => {
      expect(verify({ signatureHeader }).valid).toBe(true);
    },
  );
});

test.each([
  ["missing_signature", { signatureHeader: undefined }],
  ["missing_signature", { signatureHeader: "  " }],
  ["missing_signature", { signatureHeader: [SIGNATURE] }],
  ["malformed_signature", { signatureHeader: "nonsense" }],
  ["malformed_signature", { signatureHeader: `t=${TIMESTAMP}` }],
  ["malformed_signature", { signatureHeader: `t=${TIMESTAMP},v1=` }],
  ["missing_timestamp", { signatureHeader: `v1=${DIGEST}` }],
  ["missing_timestamp", { signatureHeader: `t=soon,v1=${DIGEST}` }],
  ["timestamp_out_of_tolerance", { nowSeconds: TIMESTAMP + 301 }],
  ["empty_payload", { rawBody: "" }],
  ["empty_payload", { rawBody: new Uint8Array() }],
  ["empty_payload", { rawBody: JSON.parse(BODY) }],
  ["digest_mismatch", { signatureHeader: `t=${TIMESTAMP},v1=${DIGEST.slice(0, -2)}` }],
  ["digest_mismatch", { signatureHeader: `t=${TIMESTAMP},v1=${DIGEST.toUpperCase()}` }],
  ["digest_mismatch", { signatureHeader: `t=${TIMESTAMP},v1=${"é".repeat(32)}` }],
  ["digest_mismatch", { secret: undefined }],
])("%s is the reason for %j", (reason, given) => {
  expect(verify(given)).toMatchObject({ valid: false, reason });
});

test("time is judged before the digest, and the digest before nothing else", () => {
  const signatureHeader = `t=${TIMESTAMP},v1=${"0".repeat(64)}`;
  expect(verify({ signatureHeader, nowSeconds: TIMESTAMP + 999 }).reason).toBe("timestamp_out_of_tolerance");
});

test("nothing verifies against an empty secret, however it was signed", () => {
  const digest = createHmac("sha256", "").update(`${TIMESTAMP}.${BODY}`).digest("hex");
  expect(verify({ secret: "", signatureHeader: `t=${TIMESTAMP},v1=${digest}` }).valid).toBe(false);
});

test("whatever arrives, the answer is a result, and junk is never valid", () => {
  const part = fc.oneof(
    fc.constantFrom(
      SIGNATURE,
      "t=",
      "v1=",
      ",",
      `t=${TIMESTAMP}`,
      `t=${"9".repeat(40)}`,
      "t=-1",
      "t=1e9",
      `v1=${DIGEST}`,
    ),
    fc.string({ unit: "binary" }),
  );
  const header = fc.oneof(
    fc.array(part).map((parts) => parts.join(",")),
    fc.anything(),
  );
  const given = fc.record({
    rawBody: fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array(), fc.constant(BODY), fc.anything()),
    signatureHeader: header,
    // Never the secret that the sample was signed with.
    secret: fc.oneof(fc.string(), fc.anything()),
    toleranceSeconds: fc.anything(),
    nowSeconds: fc.oneof(fc.constant(TIMESTAMP), fc.anything()),
  });
  fc.assert(
    fc.property(given, (input) => {
      const result = verifySeniorGuruWebhookSignature(input as WebhookSignature);
      expect(result).toMatchObject({ valid: false, reason: expect.any(String) });
    }),
  );
  for (const nothing of [undefined, null]) {
    const result = verifySeniorGuruWebhookSignature(nothing as unknown as WebhookSignature);
    expect(result).toEqual({ valid: false, reason: "missing_signature" });
  }
});

test("what anyone signs, verifies", () => {
  const time = fc.integer({ min: 0, max: 4_000_000_000 });
  const text = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(
    fc.property(text, text, time, fc.integer({ min: -300, max: 300 }), (rawBody, secret, timestamp, skew) => {
      const digest = createHmac("sha256", secret).update(`${timestamp}.${rawBody}`).digest("hex");
      const signatureHeader = `t=${timestamp},v1=${digest}`;
      fc.pre(timestamp + skew >= 0);
      expect(verify({ rawBody, secret, signatureHeader, nowSeconds: timestamp + skew }).valid).toBe(true);
    }),
  );
});
