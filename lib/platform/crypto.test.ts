import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decryptSecret, encryptSecret, equalHexDigest, hmacSha256Hex, sha256Hex } from "@/lib/platform/crypto";

const ring = (current: Buffer, ...former: Buffer[]) => ({ current, former });

describe("secrets at rest", () => {
  const first = randomBytes(32);
  const second = randomBytes(32);

  test("come back under the same key and purpose, and never look alike", () => {
    const one = encryptSecret(ring(first), "row:1", "whsec_abc");
    const two = encryptSecret(ring(first), "row:1", "whsec_abc");
    expect(one).not.toBe(two);
    expect(one).not.toContain("whsec_abc");
    expect(decryptSecret(ring(first), "row:1", one)).toBe("whsec_abc");
  });

  test("stay readable after the master key was rotated", () => {
    const sealed = encryptSecret(ring(first), "row:1", "whsec_abc");
    expect(decryptSecret(ring(second, first), "row:1", sealed)).toBe("whsec_abc");
    expect(() => decryptSecret(ring(second), "row:1", sealed)).toThrow(/KEY_ENCRYPTION_KEYS_OLD/);
  });

  test("do not open in another row, nor after one bit was changed", () => {
    const sealed = encryptSecret(ring(first), "row:1", "whsec_abc");
    expect(() => decryptSecret(ring(first), "row:2", sealed)).toThrow();
    const [version, id, payload = ""] = sealed.split(".");
    const bytes = Buffer.from(payload, "base64url");
    bytes[bytes.length - 1]! ^= 1;
    expect(() => decryptSecret(ring(first), "row:1", `${version}.${id}.${bytes.toString("base64url")}`)).toThrow();
  });
});

describe("digests", () => {
  test("are equal in either case, and unequal when of another length or form", () => {
    const digest = sha256Hex("a");
    expect(equalHexDigest(digest, digest.toUpperCase())).toBe(true);
    expect(equalHexDigest(digest, sha256Hex("b"))).toBe(false);
    expect(equalHexDigest(digest.slice(1), digest)).toBe(false);
    expect(equalHexDigest(`sha256=${digest}`, digest)).toBe(false);
    expect(equalHexDigest("z".repeat(64), digest)).toBe(false);
  });

  test("use the key as text: RFC 4231's second case", () => {
    expect(hmacSha256Hex("Jefe", "what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });
});
