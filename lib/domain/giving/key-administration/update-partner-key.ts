import { type AdminCtx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { blastRadiusOfAllowlist, blastRadiusOfKey } from "@/lib/domain/giving/blast-radius/blast-radius";
import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { getPartnerKey } from "@/lib/domain/giving/key-administration/list-partner-keys";
import type { PartnerKey, PatchPartnerKey } from "@/lib/domain/giving/key-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { tellKeyChange } from "@/lib/domain/keys/tell-key-change";
import { updateKeyOf } from "@/lib/domain/keys/update-key";

type Input = { id: string; keyId: string; dryRun: boolean } & PatchPartnerKey;

async function radiusOf(ctx: AdminCtx, input: Input): Promise<BlastRadius | undefined> {
  const { id: partnerId, keyId, isActive, ipAllowlist } = input;
  if (isActive === false) return blastRadiusOfKey(ctx, { partnerId, keyId });
  return ipAllowlist && blastRadiusOfAllowlist(ctx, { partnerId, keyId, ipAllowlist });
}

/**
 * Renames a pair, switches it off or on, sets its expiry, scopes or allow-list; every process obeys by the time it answers.
 * `dryRun` answers what would be and changes nothing. Fails with `invalid_state_transition` once the pair is revoked.
 */
export async function updatePartnerKey(ctx: AdminCtx, input: Input): Promise<PartnerKey> {
  const { id: partnerId, keyId, dryRun, reason, ...patch } = input;
  const run = dryRun ? rehearse : inTransaction;
  const key = await run(ctx, async (ctx: InTx<AdminCtx>) => {
    await requirePartner(ctx, partnerId, "write");
    await updateKeyOf(ctx, { partnerId, id: keyId, patch, reason });
    return getPartnerKey(ctx, { id: partnerId, keyId });
  });
  if (dryRun) return { ...key, dryRun: true, blastRadius: await radiusOf(ctx, input) };
  await tellKeyChange(keyId);
  return key;
}
