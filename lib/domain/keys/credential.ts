import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { apiKeys } from "@/db/schema/keys";
import type { Scope } from "@/lib/domain/keys/scopes";
import { hmacSecretPurpose } from "@/lib/domain/keys/secrets";
import { findPartner, peekPartner } from "@/lib/domain/partners/load-partner";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import type { Environment } from "@/lib/domain/shared/schemas";
import { changeListener } from "@/lib/platform/change-listener";
import { decryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

/** A key pair as a request sees it. `hmacSecret` is null for pairs that cannot sign. */
type KeySnapshot = Readonly<{
  id: string;
  partnerId: string;
  environment: Environment;
  scopes: readonly Scope[];
  ipAllowlist: readonly string[];
  isActive: boolean;
  expiresAt: Date | null;
  hmacSecret: string | null;
  legacyHmac: boolean;
}>;

export type Credential = Readonly<{ key: KeySnapshot; partner: PartnerSnapshot }>;

const cache = () =>
  singleton("key-cache", () => new SnapshotCache<KeySnapshot>(changeListener(), (key) => [`key:${key.id}`]));

async function readKey(db: Db, presented: string): Promise<KeySnapshot | null> {
  const match = presented.startsWith("pk_")
    ? eq(apiKeys.publicKey, presented)
    : eq(apiKeys.secretKeyHash, sha256Hex(presented));
  const [row] = await db.select().from(apiKeys).where(match);
  if (!row) return null;
  return {
    id: row.id,
    partnerId: row.partnerId,
    environment: row.environment,
    scopes: row.scopes,
    ipAllowlist: row.ipAllowlist,
    isActive: row.isActive,
    expiresAt: row.expiresAt,
    hmacSecret:
      row.hmacSecretEncrypted === null
        ? null
        : decryptSecret(env().keyRing, hmacSecretPurpose(row.id), row.hmacSecretEncrypted),
    legacyHmac: row.legacyHmac,
  };
}

/** Cached under a hash for secret keys: a heap dump then shows no presentable key. */
function cacheKey(presented: string): string {
  return presented.startsWith("pk_") ? presented : sha256Hex(presented);
}

/** Whether the key is known without asking the database; lets throttled addresses cost nothing. */
export function isKnownKey(presented: string): boolean {
  return cache().peek(cacheKey(presented)) !== undefined;
}

/** A credential that is at hand: most requests find theirs without waiting for anything. */
export function peekCredential(presented: string): Credential | null {
  const key = cache().peek(cacheKey(presented));
  const partner = key && peekPartner(key.partnerId);
  return partner ? { key, partner } : null;
}

/** The credential of a well-formed `pk_…` or `sk_…` key, whatever its state; null when no such key exists. */
export async function findCredential(db: Db, presented: string): Promise<Credential | null> {
  const id = cacheKey(presented);
  const key = cache().peek(id) ?? (await cache().get(id, () => readKey(db, presented)));
  if (!key) return null;
  const partner = await findPartner(db, key.partnerId);
  return partner && { key, partner };
}
