import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { createKeyFor, lockKeysOf } from "@/lib/domain/keys/create-key";
import { apiKeyRotated } from "@/lib/domain/keys/event-types";
import { holdPartnerKey, ownKey } from "@/lib/domain/keys/find-key";
import type { CreatedKey } from "@/lib/domain/keys/schemas";
import { fail } from "@/lib/errors";

type Rotation = {
  partnerId: string;
  id: string;
  name?: string;
  /** The new pair's own end; the former pair's is not handed on. */
  expiresAt?: Date;
  reason: string;
  createdBy: string;
};

/**
 * Gives a pair a successor with the same environment, kind, scopes and allow-list. The former pair stays as it is, and may
 * be rotated again: it then names its latest successor. Fails with `api_key_not_found`, `key_limit_reached`, or
 * `invalid_state_transition` when the pair is revoked.
 */
export async function rotateKeyOf(ctx: InTx<Ctx>, rotation: Rotation): Promise<CreatedKey> {
  const { partnerId, id, reason, expiresAt, createdBy } = rotation;
  await lockKeysOf(ctx, partnerId);
  const former = await holdPartnerKey(ctx, { partnerId, id });
  if (former.revokedAt) {
    fail("invalid_state_transition", { message: "A revoked key cannot be rotated. Create a new one." });
  }
  const { environment, keyType, scopes, ipAllowlist } = former;
  const name = rotation.name ?? former.name;
  const same = { name, environment, keyType, scopes, ipAllowlist };
  const created = await createKeyFor(ctx, partnerId, { ...same, expiresAt, reason, rotatedFromKeyId: id }, createdBy);
  await ctx.db.update(apiKeys).set({ rotatedToKeyId: created.id }).where(ownKey(partnerId, id));
  await recordAudit(ctx, {
    action: "api_key.rotated",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment,
    before: { rotatedToKeyId: former.rotatedToKeyId },
    after: { rotatedToKeyId: created.id },
    reason,
  });
  const told = { keyId: id, name: former.name, environment, rotatedToKeyId: created.id };
  await recordEvent(ctx, { partnerId, environment: null }, apiKeyRotated, told);
  return created;
}
