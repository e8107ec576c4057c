import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash as digestOf,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

const HEX_64 = /^[0-9a-f]{64}$/i;

/** SHA-256 of text or bytes as lowercase hex. */
export function sha256Hex(message: string | Uint8Array): string {
  return digestOf("sha256", message, "hex");
}

/** HMAC-SHA-256 as lowercase hex; `key` is used as text bytes, never hex-decoded. */
export function hmacSha256Hex(key: string, message: string | Uint8Array): string {
  return createHmac("sha256", key).update(message).digest("hex");
}

/** Compares two digests of 64 hex characters in constant time; anything of another form is unequal. */
export function equalHexDigest(a: string, b: string): boolean {
  if (!HEX_64.test(a) || !HEX_64.test(b)) return false;
  return timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"));
}

/** The master key in use and those it replaced, each 32 bytes; the id stands in every ciphertext. */
export type KeyRing = { current: Buffer; former: readonly Buffer[] };

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

/**
 * Encrypts a secret that must be read again (HMAC and webhook secrets). `purpose` is bound into the ciphertext: a value
 * moved to another row or column does not decrypt. Form: `v1.<key id>.<iv, tag and ciphertext, base64url>`.
 */
export function encryptSecret(ring: KeyRing, purpose: string, plaintext: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, ring.current, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return `v1.${keyId(ring.current)}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Reads what `encryptSecret` wrote, under the current master key or a former one. Throws when it was altered. */
export function decryptSecret(ring: KeyRing, purpose: string, ciphertext: string): string {
  const [version, id, payload] = ciphertext.split(".");
  const key = [ring.current, ...ring.former].find((candidate) => keyId(candidate) === id);
  if (version !== "v1" || payload === undefined) throw new Error("The stored secret has an unknown form.");
  if (key === undefined) {
    throw new Error(`The stored secret was encrypted under master key ${id}, which KEY_ENCRYPTION_KEYS_OLD lacks.`);
  }
  const bytes = Buffer.from(payload, "base64url");
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

function signingKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "", purpose, 32));
}

const macOf = (master: Buffer, purpose: string, message: string) =>
  createHmac("sha256", signingKey(master, purpose)).update(message).digest("hex");

/**
 * Signs text by HMAC-SHA-256 under a key of its own, which is derived from the current master key for `purpose`: nothing
 * signed for one purpose passes for another. Form: `v1.<key id>.<hex>`.
 */
export function signText(ring: KeyRing, purpose: string, message: string): string {
  return `v1.${keyId(ring.current)}.${macOf(ring.current, purpose, message)}`;
}

/** Whether `signText` made this signature of the text, under the current master key or a former one. */
export function verifyText(ring: KeyRing, purpose: string, message: string, signature: string): boolean {
  const [version, id, mac = ""] = signature.split(".");
  const key = [ring.current, ...ring.former].find((candidate) => keyId(candidate) === id);
  return version === "v1" && key !== undefined && equalHexDigest(mac, macOf(key, purpose, message));
}
