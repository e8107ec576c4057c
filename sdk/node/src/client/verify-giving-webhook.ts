import { refused, type SignedDelivery, type VerificationResult, verifyDigest } from "../verify-digest.js";

export type GivingDelivery = SignedDelivery & {
  /** The request's headers: `Headers`, or an object with names in lower case, as Node.js has them. */
  headers: Headers | Record<string, string | string[] | undefined>;
};

const PREFIX = "sha256=";

/**
 * Whether a delivery of the giving API is genuine and recent: `X-SIR-Signature`, or `X-SIR-Signature-Previous` while a
 * former secret is valid, over `X-SIR-Timestamp` and the raw body. Never throws: whatever arrives, the answer is a result.
 */
export function verifyGivingWebhook(delivery: GivingDelivery): VerificationResult {
  const { headers, ...signed } = delivery ?? {};
  const read = (name: string) => {
    const value = headers instanceof Headers ? headers.get(name) : headers?.[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const given = [read("x-sir-signature"), read("x-sir-signature-previous")].filter((value) => value !== undefined);
  if (given.length === 0) return refused("missing_signature");
  const digests = given.filter((value) => value.startsWith(PREFIX)).map((value) => value.slice(PREFIX.length));
  return verifyDigest({ ...signed, time: read("x-sir-timestamp"), digests });
}
