import { createHash, createHmac } from "node:crypto";
import { fail } from "@/lib/errors";
import type { Exchange } from "@/lib/http/exchange";
import { equalHexDigest } from "@/lib/platform/crypto";

const TOLERANCE_SECONDS = 300;
const TIMESTAMP = /^\d{10}$/;
const EMPTY_BODY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * The signature of a request: HMAC-SHA-256, as lowercase hex, over timestamp, method, target as sent and the SHA-256 of
 * the body's bytes, without separators. The key is the secret's text, never hex-decoded (contract 3.1).
 */
export function signatureOf(
  hmacSecret: string,
  request: { timestamp: string; method: string; target: string; body: Buffer | null },
): string {
  const { timestamp, method, target, body } = request;
  const bodyHash = body && body.length > 0 ? createHash("sha256").update(body).digest("hex") : EMPTY_BODY_HASH;
  return createHmac("sha256", hmacSecret)
    .update(timestamp + method + target + bodyHash)
    .digest("hex");
}

/** Fails unless the request says, in the right form, when it was signed, and that lies within 300 seconds of now. */
function requireTimestamp(exchange: Exchange, timestamp: string): void {
  if (!TIMESTAMP.test(timestamp)) fail("invalid_timestamp");
  const serverTime = Math.floor(exchange.now.getTime() / 1000);
  if (Math.abs(serverTime - Number(timestamp)) > TOLERANCE_SECONDS) {
    fail("timestamp_out_of_range", { details: { serverTime } });
  }
}

/**
 * Verifies the signature over the bytes and the target as they came, in constant time; returns it for replay protection.
 * Refuses with `missing_signature`, `invalid_timestamp`, `timestamp_out_of_range` or `invalid_signature`, in this order,
 * and never says what it expected. The exchange keeps what became of the signature.
 */
export async function requireSignature(
  exchange: Exchange,
  hmacSecret: string | null,
  readBody: () => Promise<Buffer | null>,
): Promise<string> {
  const { header, method, target } = exchange.message;
  const timestamp = header("x-timestamp");
  const signature = header("x-signature");
  exchange.signatureValid = false;
  if (!timestamp || !signature) fail("missing_signature");
  requireTimestamp(exchange, timestamp);
  // A body that cannot be read says nothing about the signature.
  exchange.signatureValid = null;
  const body = await readBody();
  exchange.signatureValid = false;
  if (hmacSecret === null) fail("invalid_signature");
  const expected = signatureOf(hmacSecret, { timestamp, method, target, body });
  if (!equalHexDigest(signature, expected)) fail("invalid_signature");
  exchange.signatureValid = true;
  return signature.toLowerCase();
}
