import { createDecipheriv, createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import {
  encryptSubscriptionSecret,
  newSubscriptionSecret,
  readSubscriptionSecret,
  secretPreview,
} from "@/lib/domain/webhooks/directory/subscription-secrets";
import { encryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

const KEY = vi.hoisted(() => {
  process.env.WEBHOOK_SIGNING_ENCRYPTION_KEY = "a signing key of at least thirty-two characters";
  return process.env.WEBHOOK_SIGNING_ENCRYPTION_KEY;
});

const ID = "webhook-subscription-1";
const kept = (secret: string, secretEncrypted: string) => ({
  id: ID,
  secretEncrypted,
  secretDigest: sha256Hex(secret),
});

test("a secret is whsec_ and 24 random bytes, never the same, and its preview shows 12 characters", () => {
  const secret = newSubscriptionSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9_-]{32}$/);
  expect(newSubscriptionSecret()).not.toBe(secret);
  expect(secretPreview(secret)).toBe(`${secret.slice(0, 8)}...${secret.slice(-4)}`);
});

describe("under WEBHOOK_SIGNING_ENCRYPTION_KEY", () => {
  test("what is kept has the contract's form, and is what the contract says", () => {
    const secret = newSubscriptionSecret();
    const encrypted = encryptSubscriptionSecret(ID, secret);
    expect(encrypted).not.toContain(secret);
    const [version, iv, tag, sealed] = encrypted.split(".");
    expect(version).toBe("v1");
    const bytes = (part: string | undefined) => Buffer.from(part!, "base64url");
    expect(bytes(iv)).toHaveLength(12);
    const key = createHash("sha256").update(KEY).digest();
    const decipher = createDecipheriv("aes-256-gcm", key, bytes(iv)).setAuthTag(bytes(tag));
    expect(Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]).toString()).toBe(secret);
    expect(readSubscriptionSecret(kept(secret, encrypted))).toBe(secret);
  });

  test("a secret that was kept before under the platform's key stays readable", () => {
    const secret = newSubscriptionSecret();
    const encrypted = encryptSecret(env().keyRing, `webhook:${ID}:secret`, secret);
    expect(readSubscriptionSecret(kept(secret, encrypted))).toBe(secret);
  });

  test("what was altered, cut or belongs to another secret is not available", () => {
    const secret = newSubscriptionSecret();
    const encrypted = encryptSubscriptionSecret(ID, secret);
    const [version, iv, tag, sealed] = encrypted.split(".");
    const flipped = Buffer.from(sealed!, "base64url");
    flipped[0]! ^= 1;
    const altered = [version, iv, tag, flipped.toString("base64url")].join(".");
    for (const stored of [altered, `${version}.${iv}.${tag}.`, "", "v1", "v1.a.b.c"]) {
      expect(readSubscriptionSecret(kept(secret, stored))).toBeNull();
    }
    expect(readSubscriptionSecret(kept("whsec_another", encrypted))).toBeNull();
  });
});
