import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { lockKeysOf, requireRoomForKey, requireSensibleExpiry } from "@/lib/domain/keys/create-key";
import { holdPartnerKey, ownKey, requireKeyPermission, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import { skipPassedNotice } from "@/lib/domain/keys/notify-key-expiry";
import { presentKey } from "@/lib/domain/keys/present-key";
import type { Key, PatchKey } from "@/lib/domain/keys/schemas";
import { PUBLISHABLE_SCOPES, type Scope } from "@/lib/domain/keys/scopes";
import { tellKeyChange } from "@/lib/domain/keys/tell-key-change";
import { fail } from "@/lib/errors";

type KeyRow = typeof apiKeys.$inferSelect;
type Patch = PatchKey & { scopes?: Scope[] };
type Change = { partnerId: string; id: string; patch: Patch; reason?: string };

function requirePossibleScopes({ keyType }: KeyRow, scopes: readonly Scope[] = []): void {
  const impossible = scopes.find((scope) => keyType === "publishable" && !PUBLISHABLE_SCOPES.includes(scope));
  if (impossible) {
    fail("validation_error", { details: [{ field: "scopes", issue: `a publishable key cannot have ${impossible}` }] });
  }
}

/** The change itself, without the news of it; returns the pair as it is now. */
export async function updateKeyOf(ctx: InTx<Ctx>, { partnerId, id, patch, reason }: Change): Promise<KeyRow> {
  requireSensibleExpiry(ctx.now, patch.expiresAt);
  // Before the key, as everywhere: whoever makes a key holds its partner first.
  if (patch.isActive) await lockKeysOf(ctx, partnerId);
  const before = await holdPartnerKey(ctx, { partnerId, id });
  if (before.revokedAt) {
    fail("invalid_state_transition", { message: "A revoked key cannot be changed. Create a new one." });
  }
  requirePossibleScopes(before, patch.scopes);
  if (patch.isActive && !before.isActive) await requireRoomForKey(ctx, partnerId, before.environment);
  const [after] = await ctx.db.update(apiKeys).set(patch).where(ownKey(partnerId, id)).returning();
  if (patch.expiresAt) await skipPassedNotice(ctx, after!);
  const changed = Object.keys(patch) as (keyof Patch)[];
  await recordAudit(ctx, {
    action: "api_key.updated",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment: before.environment,
    before: Object.fromEntries(changed.map((field) => [field, before[field]])),
    after: Object.fromEntries(changed.map((field) => [field, after![field]])),
    ...(reason !== undefined && { reason }),
  });
  return after!;
}

/**
 * Renames, deactivates or reactivates a pair, sets its expiry or allow-list. When it returns, every process obeys the
 * new state. A revoked pair stays revoked: `invalid_state_transition`.
 */
export async function updateKey(ctx: UserCtx, input: { id: string } & PatchKey): Promise<Key> {
  requireKeyPermission(ctx);
  const partner = requirePartnerOfKeys(ctx);
  const { id, ...patch } = input;
  const key = await inTransaction(ctx, (ctx) => updateKeyOf(ctx, { partnerId: partner.id, id, patch }));
  await tellKeyChange(id);
  return presentKey(key);
}
