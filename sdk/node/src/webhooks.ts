import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a delivery's time may lie from ours, either way, unless the caller says otherwise. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/** What was signed: the body exactly as it came over the wire, before any parser has seen it. */
export type RawBody = string | Uint8Array;

export type WebhookSignature = {
  rawBody: RawBody;
  /** The whole value of the `x-senior-guru-signature` header: `t=<unix seconds>,v1=<hex>`. */
  signatureHeader: string | null | undefined;
  /** The signing secret as it was shown, `whsec_` included. */
  secret: string;
  /** 300 unless given. */
  toleranceSeconds?: number | undefined;
  /** The clock, for tests: Unix seconds. The system's unless given. */
  nowSeconds?: number | undefined;
};

export type VerificationFailure =
  | "missing_signature"
  | "malformed_signature"
  | "missing_timestamp"
  | "timestamp_out_of_tolerance"
  | "empty_payload"
  | "digest_mismatch";

export type VerificationResult = {
  valid: boolean;
  /** Why it is not valid; absent when it is. */
  reason?: VerificationFailure;
  /** The time that the header names, once that could be read. */
  timestamp?: number;
  /** How far that is from our clock, in whole seconds. */
  skewSeconds?: number;
};

/**
 * Whether a webhook came from The Senior Guru, unaltered and recently: recomputes HMAC-SHA256 over `t.rawBody` with the
 * signing secret and compares in constant time. Time is judged before the digest, and the body is never parsed. Keeps
 * nothing, calls nobody, and never throws: whatever arrives, the answer is a result.
 */
export function verifySeniorGuruWebhookSignature(signature: WebhookSignature): VerificationResult {
  const { rawBody, signatureHeader, secret, toleranceSeconds, nowSeconds } = signature ?? {};
  if (typeof signatureHeader !== "string" || signatureHeader.trim() === "") return refused("missing_signature");

  const { time, digests } = parse(signatureHeader);
  if (digests.length === 0) return refused("malformed_signature");
  if (time === undefined || !/^\d{1,12}$/.test(time)) return refused("missing_timestamp");

  const timestamp = Number(time);
  const now = Math.floor(isAmount(nowSeconds) ? nowSeconds : Date.now() / 1000);
  const facts = { timestamp, skewSeconds: Math.abs(now - timestamp) };
  const tolerance = isAmount(toleranceSeconds) ? toleranceSeconds : DEFAULT_TOLERANCE_SECONDS;
  if (facts.skewSeconds > tolerance) return refused("timestamp_out_of_tolerance", facts);

  if (!isBody(rawBody) || rawBody.length === 0) return refused("empty_payload", facts);
  // Without a secret anyone could compute the digest.
  if (typeof secret !== "string" || secret === "") return refused("digest_mismatch", facts);
  const expected = createHmac("sha256", secret).update(`${time}.`).update(rawBody).digest("hex");
  return digests.some((digest) => isSame(digest, expected))
    ? { valid: true, ...facts }
    : refused("digest_mismatch", facts);
}

function refused(reason: VerificationFailure, facts: Pick<VerificationResult, "timestamp" | "skewSeconds"> = {}) {
  return { valid: false, reason, ...facts };
}

/** The first `t` and every `v1`; parts of other names belong to other versions. */
function parse(header: string): { time: string | undefined; digests: string[] } {
  const parts = header.split(",").map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  return { time: valuesOf("t")[0], digests: valuesOf("v1").filter(Boolean) };
}

/** Compares every byte: an early exit tells an attacker how many were right. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isBody(value: unknown): value is RawBody {
  return typeof value === "string" || value instanceof Uint8Array;
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
