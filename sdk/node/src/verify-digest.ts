import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a delivery's time may lie from ours, either way, unless the caller says otherwise. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/** What was signed: the body exactly as it came over the wire, before any parser has seen it. */
export type RawBody = string | Uint8Array;

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
  /** The time that the delivery names, once that could be read. */
  timestamp?: number;
  /** How far that is from our clock, in whole seconds. */
  skewSeconds?: number;
};

export type SignedDelivery = {
  rawBody: RawBody;
  /** The signing secret as it was shown, `whsec_` included. */
  secret: string;
  /** 300 unless given. */
  toleranceSeconds?: number | undefined;
  /** The clock, for tests: Unix seconds. The system's unless given. */
  nowSeconds?: number | undefined;
};

type Claimed = SignedDelivery & {
  /** Unix seconds as the delivery writes them. */
  time: string | undefined;
  /** Hex digests, of which one must be right. */
  digests: readonly string[];
};

type Facts = Pick<VerificationResult, "timestamp" | "skewSeconds">;

export function refused(reason: VerificationFailure, facts: Facts = {}): VerificationResult {
  return { valid: false, reason, ...facts };
}

/**
 * Whether one of these digests is HMAC-SHA256 over `time.rawBody`, and the time is near. Time is judged before the digest;
 * digests are compared in constant time; nothing verifies against an empty secret.
 */
export function verifyDigest({ time, digests, rawBody, secret, ...options }: Claimed): VerificationResult {
  if (digests.length === 0) return refused("malformed_signature");
  if (time === undefined || !/^\d{1,12}$/.test(time)) return refused("missing_timestamp");

  const timestamp = Number(time);
  const now = Math.floor(isAmount(options.nowSeconds) ? options.nowSeconds : Date.now() / 1000);
  const facts = { timestamp, skewSeconds: Math.abs(now - timestamp) };
  const tolerance = isAmount(options.toleranceSeconds) ? options.toleranceSeconds : DEFAULT_TOLERANCE_SECONDS;
  if (facts.skewSeconds > tolerance) return refused("timestamp_out_of_tolerance", facts);

  if (!isBody(rawBody) || rawBody.length === 0) return refused("empty_payload", facts);
  // Without a secret anyone could compute the digest.
  if (typeof secret !== "string" || secret === "") return refused("digest_mismatch", facts);
  const expected = createHmac("sha256", secret).update(`${time}.`).update(rawBody).digest("hex");
  const isGenuine = digests.some((digest) => isSame(digest, expected));
  return isGenuine ? { valid: true, ...facts } : refused("digest_mismatch", facts);
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
