import { refused, type SignedDelivery, type VerificationResult, verifyDigest } from "./verify-digest.js";

export type { RawBody, VerificationFailure, VerificationResult } from "./verify-digest.js";
export { DEFAULT_TOLERANCE_SECONDS } from "./verify-digest.js";

export type WebhookSignature = SignedDelivery & {
  /** The whole value of the `x-senior-guru-signature` header: `t=<unix seconds>,v1=<hex>`. */
  signatureHeader: string | null | undefined;
};

/**
 * Whether a webhook came from The Senior Guru, unaltered and recently: recomputes HMAC-SHA256 over `t.rawBody` with the
 * signing secret and compares in constant time. Time is judged before the digest, and the body is never parsed. Keeps
 * nothing, calls nobody, and never throws: whatever arrives, the answer is a result.
 */
export function verifySeniorGuruWebhookSignature(signature: WebhookSignature): VerificationResult {
  const { signatureHeader, ...delivery } = signature ?? {};
  if (typeof signatureHeader !== "string" || signatureHeader.trim() === "") return refused("missing_signature");
  return verifyDigest({ ...delivery, ...parse(signatureHeader) });
}

/** The first `t` and every `v1`; parts of other names belong to other versions. */
function parse(header: string): { time: string | undefined; digests: string[] } {
  const parts = header.split(",").map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  return { time: valuesOf("t")[0], digests: valuesOf("v1").filter(Boolean) };
}
