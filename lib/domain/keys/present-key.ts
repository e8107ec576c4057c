import type { apiKeys } from "@/db/schema/keys";
import type { Key } from "@/lib/domain/keys/schemas";

type KeyRow = typeof apiKeys.$inferSelect;

/** A key pair as lists show it. */
export function presentKey(row: KeyRow): Key {
  return {
    id: row.id,
    partnerId: row.partnerId,
    name: row.name,
    environment: row.environment,
    keyType: row.keyType,
    publicKey: row.publicKey,
    secretKeyLast4: row.secretKeyLast4,
    scopes: row.scopes,
    ipAllowlist: row.ipAllowlist,
    isActive: row.isActive,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    rotatedFromKeyId: row.rotatedFromKeyId,
    rotatedToKeyId: row.rotatedToKeyId,
    createdAt: row.createdAt.toISOString(),
  };
}
