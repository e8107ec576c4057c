import { and, count, eq } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyCreated } from "@/lib/domain/keys/event-types";
import type { CreatedKey, CreateKey } from "@/lib/domain/keys/schemas";
import { PUBLISHABLE_SCOPES, SCOPES } from "@/lib/domain/keys/scopes";
import { hmacSecretPurpose, newPublicKey, newSecretKey } from "@/lib/domain/keys/secrets";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";
import { encryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newPrefixedId, newSecretHex } from "@/lib/platform/ids";

export const ACTIVE_KEYS_MAX = 10;
const LIFETIME_YEARS_MAX = 2;

/** Fails unless `expiresAt` lies ahead and at most two years away. */
export function requireSensibleExpiry(now: Date, expiresAt: Date | null | undefined): void {
  if (!expiresAt) return;
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + LIFETIME_YEARS_MAX);
  if (expiresAt <= now || expiresAt > latest) {
    fail("validation_error", {
      details: [{ field: "expiresAt", issue: `must lie in the future and at most ${LIFETIME_YEARS_MAX} years ahead` }],
    });
  }
}

/** Holds off others who make or rotate keys of the partner; no-key-update lets foreign keys of running actions through. */
export async function lockKeysOf(ctx: InTx<Ctx>, partnerId: string): Promise<void> {
  await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId)).for("no key update");
}

/** Fails with `key_limit_reached` unless one more active pair fits; holds off parallel creations until the commit. */
export async function requireRoomForKey(ctx: InTx<Ctx>, partnerId: string, environment: Environment): Promise<void> {
  await lockKeysOf(ctx, partnerId);
  const [row] = await ctx.db
    .select({ active: count() })
    .from(apiKeys)
    .where(and(eq(apiKeys.partnerId, partnerId), eq(apiKeys.environment, environment), eq(apiKeys.isActive, true)));
  if ((row?.active ?? 0) >= ACTIVE_KEYS_MAX) fail("key_limit_reached");
}

/** What is said of a pair beside what it can do: why it is made, and of which pair it takes the place. */
type Origin = { reason?: string; rotatedFromKeyId?: string };

/**
 * Creates a key pair for a partner, with its event and audit record. The returned object holds the secrets, which
 * nothing can read again.
 */
export async function createKeyFor(
  ctx: InTx<Ctx>,
  partnerId: string,
  input: CreateKey & Origin,
  createdBy: string,
): Promise<CreatedKey> {
  requireSensibleExpiry(ctx.now, input.expiresAt);
  await requireRoomForKey(ctx, partnerId, input.environment);
  const id = newPrefixedId("key");
  const canSign = input.keyType === "secret";
  const secretKey = canSign ? newSecretKey(input.environment) : null;
  const hmacSecret = canSign ? newSecretHex() : null;
  const possible = canSign ? SCOPES : PUBLISHABLE_SCOPES;
  const scopes = possible.filter((scope) => input.scopes === undefined || input.scopes.includes(scope));
  const [row] = await ctx.db
    .insert(apiKeys)
    .values({
      id,
      partnerId,
      environment: input.environment,
      name: input.name,
      keyType: input.keyType,
      publicKey: newPublicKey(input.environment),
      secretKeyHash: secretKey && sha256Hex(secretKey),
      secretKeyLast4: secretKey?.slice(-4) ?? null,
      hmacSecretEncrypted: hmacSecret && encryptSecret(env().keyRing, hmacSecretPurpose(id), hmacSecret),
      scopes: [...scopes],
      ipAllowlist: input.ipAllowlist ?? [],
      expiresAt: input.expiresAt ?? null,
      rotatedFromKeyId: input.rotatedFromKeyId ?? null,
      createdBy,
      createdAt: ctx.now,
    })
    .returning();
  await recordAudit(ctx, {
    action: "api_key.created",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment: input.environment,
    after: { name: input.name, keyType: input.keyType, scopes, publicKey: row!.publicKey },
    ...(input.reason !== undefined && { reason: input.reason }),
  });
  await recordEvent(ctx, { partnerId, environment: null }, apiKeyCreated, {
    keyId: id,
    name: input.name,
    environment: input.environment,
  });
  return {
    id,
    partnerId,
    name: input.name,
    environment: input.environment,
    publicKey: row!.publicKey,
    secretKey,
    hmacSecret,
    keyType: input.keyType,
    scopes: [...scopes],
    expiresAt: input.expiresAt?.toISOString() ?? null,
    createdAt: ctx.now.toISOString(),
  };
}
