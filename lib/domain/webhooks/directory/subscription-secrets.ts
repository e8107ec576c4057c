import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { decryptSecret, encryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;

/** `whsec_` and 24 random bytes as base64url. */
export function newSubscriptionSecret(): string {
  return `whsec_${randomBytes(24).toString("base64url")}`;
}

export function secretPreview(secret: string): string {
  return `${secret.slice(0, 8)}...${secret.slice(-4)}`;
}

const purpose = (subscriptionId: string) => `webhook:${subscriptionId}:secret`;

function ownKey(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/**
 * Encrypts under WEBHOOK_SIGNING_ENCRYPTION_KEY where it is set, in the form `v1.<iv>.<tag>.<ciphertext>` of contract 7.3, or
 * else under the platform's key ring, whose form has three parts.
 */
export function encryptSubscriptionSecret(subscriptionId: string, secret: string): string {
  const key = env().webhookSigningEncryptionKey;
  if (key === null) return encryptSecret(env().keyRing, purpose(subscriptionId), secret);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, ownKey(key), iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return ["v1", ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

function decryptOwn(encrypted: string): string {
  const key = env().webhookSigningEncryptionKey;
  if (key === null) throw new Error("The secret needs WEBHOOK_SIGNING_ENCRYPTION_KEY, which is not set.");
  const [iv, tag, sealed] = encrypted
    .split(".")
    .slice(1)
    .map((part) => Buffer.from(part, "base64url"));
  const decipher = createDecipheriv(CIPHER, ownKey(key), iv!).setAuthTag(tag!);
  return Buffer.concat([decipher.update(sealed!), decipher.final()]).toString("utf8");
}

type Kept = { id: string; secretEncrypted: string; secretDigest: string | null };

/** The secret of a subscription, or null when it cannot be read: another key, an altered row, a digest that disagrees. */
export function readSubscriptionSecret({ id, secretEncrypted, secretDigest }: Kept): string | null {
  try {
    const isOwnForm = secretEncrypted.split(".").length === 4;
    const secret = isOwnForm ? decryptOwn(secretEncrypted) : decryptSecret(env().keyRing, purpose(id), secretEncrypted);
    return sha256Hex(secret) === secretDigest ? secret : null;
  } catch {
    return null;
  }
}
