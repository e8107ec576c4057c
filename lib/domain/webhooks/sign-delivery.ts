import { createHmac } from "node:crypto";
import { hmacSha256Hex } from "@/lib/platform/crypto";

export type SignedMessage = {
  eventId: string;
  /** Unix seconds of this attempt. */
  timestamp: number;
  body: string;
  secret: string;
  /** The former secret, while receivers may still use it. */
  previousSecret: string | null;
};

/**
 * The headers by which a receiver knows that a delivery is ours and unaltered, in two schemes over the same stored
 * secret and exactly these bytes of the body.
 *
 * `X-SIR-Signature` (contract 9.1): HMAC-SHA-256 over `timestamp.body`, keyed with the whole secret as text, `whsec_`
 * included. `webhook-signature` (Standard Webhooks): HMAC-SHA-256 over `id.timestamp.body`, keyed with what follows
 * `whsec_` decoded as base64. 64 hex characters are valid base64 for 48 bytes, so receivers hand a Standard Webhooks
 * library the secret as they got it and nothing is converted on either side.
 *
 * While a former secret is valid each scheme also carries its signature.
 */
export function signDelivery({ eventId, timestamp, body, secret, previousSecret }: SignedMessage) {
  const secrets = previousSecret === null ? [secret] : [secret, previousSecret];
  const ours = secrets.map((each) => `sha256=${hmacSha256Hex(each, `${timestamp}.${body}`)}`);
  const standard = secrets.map((each) => `v1,${standardMac(each, `${eventId}.${timestamp}.${body}`)}`);
  return {
    "X-SIR-Timestamp": String(timestamp),
    "X-SIR-Signature": ours[0]!,
    ...(ours[1] && { "X-SIR-Signature-Previous": ours[1] }),
    "webhook-id": eventId,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": standard.join(" "),
  };
}

function standardMac(secret: string, message: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return createHmac("sha256", key).update(message).digest("base64");
}
