import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type UserCtx } from "@/lib/domain/context";
import { requireRoomForKey, requireSensibleExpiry } from "@/lib/domain/keys/create-key";
import { ownKey, requireKeyPermission, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import { skipPassedNotice } from "@/lib/domain/keys/notify-key-expiry";
import { presentKey } from "@/lib/domain/keys/present-key";
import type { Key, PatchKey } from "@/lib/domain/keys/schemas";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";

/**
 * Renames, deactivates or reactivates a pair, sets its expiry or allow-list. When it returns, every process obeys the
 * new state. A revoked pair stays revoked: `invalid_state_transition`.
 */
export async function updateKey(ctx: UserCtx, input: { id: string } & PatchKey): Promise<Key> {
  requireKeyPermission(ctx);
  const partner = requirePartnerOfKeys(ctx);
  const { id, ...patch } = input;
  requireSensibleExpiry(ctx.now, patch.expiresAt);
  const key = await inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(apiKeys).where(ownKey(partner.id, id)).for("update");
    if (!before) fail("api_key_not_found");
    if (before.revokedAt) {
      fail("invalid_state_transition", { message: "A revoked key cannot be changed. Create a new one." });
    }
    if (patch.isActive && !before.isActive) await requireRoomForKey(ctx, partner.id, before.environment);
    const [after] = await ctx.db.update(apiKeys).set(patch).where(ownKey(partner.id, id)).returning();
    if (patch.expiresAt) await skipPassedNotice(ctx, after!);
    const changed = Object.keys(patch) as (keyof PatchKey)[];
    await recordAudit(ctx, {
      action: "api_key.updated",
      targetType: "api_key",
      targetId: id,
      partnerId: partner.id,
      environment: before.environment,
      before: Object.fromEntries(changed.map((field) => [field, before[field]])),
      after: Object.fromEntries(changed.map((field) => [field, after![field]])),
    });
    return after!;
  });
  changeListener().emit(`key:${id}`);
  await changeListener().settle();
  return presentKey(key);
}
