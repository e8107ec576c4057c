import { type AdminCtx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { blastRadiusOfKey } from "@/lib/domain/giving/blast-radius/blast-radius";
import { getPartnerKey } from "@/lib/domain/giving/key-administration/list-partner-keys";
import type { PartnerKey, RevokePartnerKey } from "@/lib/domain/giving/key-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { revokeKeyOf } from "@/lib/domain/keys/revoke-key";
import { tellKeyChange } from "@/lib/domain/keys/tell-key-change";

type Input = { id: string; keyId: string; dryRun: boolean } & RevokePartnerKey;

/**
 * Revokes a pair for good: when it returns, no process accepts it. Repeating it changes nothing and records nothing.
 * `dryRun` answers the pair as it would be and what that would have done to its traffic. Fails with `api_key_not_found`.
 */
export async function revokePartnerKey(ctx: AdminCtx, input: Input): Promise<PartnerKey | undefined> {
  const { id: partnerId, keyId, dryRun, reason } = input;
  const run = dryRun ? rehearse : inTransaction;
  const key = await run(ctx, async (ctx: InTx<AdminCtx>) => {
    await requirePartner(ctx, partnerId, "write");
    await revokeKeyOf(ctx, { partnerId, id: keyId, reason });
    return getPartnerKey(ctx, { id: partnerId, keyId });
  });
  if (dryRun) return { ...key, dryRun: true, blastRadius: await blastRadiusOfKey(ctx, { partnerId, keyId }) };
  await tellKeyChange(keyId);
}
