import { createHash, createHmac } from "node:crypto";
import type { Call } from "@/lib/testing/call";

/** What a client holds of a key pair. */
export type ClientKey = { publicKey: string; secretKey: string; hmacSecret: string };

/**
 * Signs as the contract's section 3.1 says, written from its text and sharing nothing with the code that verifies: the
 * two can only agree by both being right.
 */
export function signatureFor(
  hmacSecret: string,
  signed: { timestamp: string; method: string; target: string; body?: string | Buffer },
): string {
  const bytes = Buffer.from(signed.body ?? "");
  const bodyHash = createHash("sha256").update(bytes).digest("hex");
  const payload = `${signed.timestamp}${signed.method}${signed.target}${bodyHash}`;
  return createHmac("sha256", Buffer.from(hmacSecret, "utf8")).update(payload, "utf8").digest("hex");
}

export type SigningOptions = {
  /** Which half of the pair is presented; the secret one unless said. */
  present?: "secretKey" | "publicKey";
  /** Unix seconds; now unless said. */
  timestamp?: number | string;
};

/** The call with the three headers of a signed request. */
export function sign(key: ClientKey, call: Call, options: SigningOptions = {}): Call {
  const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000));
  const method = call.method ?? "GET";
  const signature = signatureFor(key.hmacSecret, { timestamp, method, target: call.target, body: call.body });
  return {
    ...call,
    headers: {
      "X-Partner-Key": key[options.present ?? "secretKey"],
      "X-Timestamp": timestamp,
      "X-Signature": signature,
      ...call.headers,
    },
  };
}

/** A JSON call; sign it, or give it a token, afterwards. */
export function jsonCall(method: string, target: string, body?: unknown): Call {
  if (body === undefined) return { method, target };
  return { method, target, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
