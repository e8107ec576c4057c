import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { apiClientKeys, apiClients } from "@/db/schema/api-clients";
import type { ApiClientSnapshot } from "@/lib/domain/api-clients/snapshot";
import { findPartner, peekPartner } from "@/lib/domain/partners/load-partner";
import { changeListener } from "@/lib/platform/change-listener";
import { sha256Hex } from "@/lib/platform/crypto";
import { singleton } from "@/lib/platform/singleton";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

type ClientKeySnapshot = Readonly<{ id: string; isActive: boolean; expiresAt: Date | null }>;
type Kept = Readonly<{ key: ClientKeySnapshot; client: ApiClientSnapshot }>;

/** A key with its client; a client that belongs to a partner is served while that partner is active. */
export type ClientCredential = Kept & { isOwnerActive: boolean };

const cache = () =>
  singleton(
    "client-key-cache",
    () =>
      new SnapshotCache<Kept>(changeListener(), ({ key, client }) => [`api-key:${key.id}`, `api-client:${client.id}`]),
  );

async function readClientKey(db: Db, keyHash: string): Promise<Kept | null> {
  const [row] = await db
    .select({ key: apiClientKeys, client: apiClients })
    .from(apiClientKeys)
    .innerJoin(apiClients, eq(apiClients.id, apiClientKeys.apiClientId))
    .where(eq(apiClientKeys.keyHash, keyHash));
  if (!row) return null;
  const { id, partnerId, name, scopes, sandboxMode, rateLimitPerMinute, status } = row.client;
  return {
    key: { id: row.key.id, isActive: row.key.status === "active", expiresAt: row.key.expiresAt },
    client: { id, partnerId, name, scopes, sandboxMode, rateLimitPerMinute, status },
  };
}

/** Whether the key is known without asking the database. */
export function isKnownClientKey(presented: string): boolean {
  return cache().peek(sha256Hex(presented)) !== undefined;
}

/** A credential that is at hand: most requests find theirs without waiting for anything. */
export function peekClient(presented: string): ClientCredential | null {
  const kept = cache().peek(sha256Hex(presented));
  if (!kept) return null;
  if (kept.client.partnerId === null) return { ...kept, isOwnerActive: true };
  const partner = peekPartner(kept.client.partnerId);
  return partner ? { ...kept, isOwnerActive: partner.status === "ACTIVE" } : null;
}

/** The credential of a well-formed secret, whatever its state; null when no such key exists. */
export async function findClient(db: Db, presented: string): Promise<ClientCredential | null> {
  const keyHash = sha256Hex(presented);
  const kept = cache().peek(keyHash) ?? (await cache().get(keyHash, () => readClientKey(db, keyHash)));
  if (!kept) return null;
  if (kept.client.partnerId === null) return { ...kept, isOwnerActive: true };
  const partner = await findPartner(db, kept.client.partnerId);
  return { ...kept, isOwnerActive: partner?.status === "ACTIVE" };
}
