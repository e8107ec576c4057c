import { randomBytes, randomFillSync, randomUUID } from "node:crypto";

export const OBJECT_ID = /^[0-9a-f]{24}$/;

export type IdPrefix = "key" | "evt" | "don" | "whd" | "inq" | "tpr" | "apr" | "req";

const POOL_BYTES = 8 * 512;
const pool = Buffer.allocUnsafe(POOL_BYTES);
let used = POOL_BYTES;

function eightRandomBytesAsHex(): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.toString("hex", used - 8, used);
}

/**
 * 24 lowercase hex characters: four bytes of Unix seconds, so that neighbours in time are neighbours in an index, then
 * eight random bytes. Not a secret: whoever must not guess gets `newSecretHex`.
 */
export function newObjectId(): string {
  const seconds = Math.floor(Date.now() / 1000);
  return seconds.toString(16).padStart(8, "0") + eightRandomBytesAsHex();
}

/** `key_…`, `evt_…` and so on: the prefix, an underscore, and an object id. */
export function newPrefixedId(prefix: IdPrefix): string {
  return `${prefix}_${newObjectId()}`;
}

/** Fresh random bytes as lowercase hex; 32 bytes make the 64 characters of every secret in the contract. */
export function newSecretHex(bytes = 32): string {
  return randomBytes(bytes).toString("hex");
}

export type UuidPrefix =
  | "api-client"
  | "api-key"
  | "api-audit"
  | "webhook-subscription"
  | "webhook-delivery"
  | "webhook-attempt"
  | "provider"
  | "provider-contact"
  | "claim"
  | "verification-attempt"
  | "event"
  | "rsvp"
  | "review"
  | "review-response"
  | "community-post"
  | "article"
  | "newsletter"
  | "content-source"
  | "ad-placement"
  | "provider-location"
  | "campaign"
  | "campaign-metric"
  | "ad-impression"
  | "ad-click"
  | "policy-check";

/** `api-client-<uuid>` and so on: the form of every id of the directory API. */
export function newUuidId(prefix: UuidPrefix): string {
  return `${prefix}-${randomUUID()}`;
}
