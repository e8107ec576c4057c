import { type AdminCtx, inTransaction, rehearse } from "@/lib/domain/context";
import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { type PartnerWrite, writePartner } from "@/lib/domain/partners/write-partner";
import { changeListener } from "@/lib/platform/change-listener";

/** `radiusOf`: what the write would have done to traffic, where it can have calls refused. */
type Rehearsal = { dryRun?: boolean; radiusOf?: (ctx: AdminCtx) => Promise<BlastRadius> };

/**
 * An administrator's write to a partner's record: what it is afterwards, in force in every process by then. With `dryRun`
 * what it would be, and nothing is changed.
 */
export async function administerPartner(
  ctx: AdminCtx,
  { dryRun = false, radiusOf, ...write }: PartnerWrite & Rehearsal,
): Promise<PartnerRecord> {
  const id = write.partnerId;
  if (dryRun) {
    const record = await rehearse(ctx, async (ctx) => {
      await writePartner(ctx, write);
      return getPartnerRecord(ctx, { id });
    });
    // Afterwards: a week of traffic is not summed up while the partner's row is held.
    return { ...record, dryRun: true, blastRadius: await radiusOf?.(ctx) };
  }
  await inTransaction(ctx, (ctx) => writePartner(ctx, write));
  changeListener().emit(`partner:${id}`);
  await changeListener().settle();
  return getPartnerRecord(ctx, { id });
}
