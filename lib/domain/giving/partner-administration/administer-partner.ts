import { type AdminCtx, inTransaction, rehearse } from "@/lib/domain/context";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { type PartnerWrite, writePartner } from "@/lib/domain/partners/write-partner";
import { changeListener } from "@/lib/platform/change-listener";

/**
 * An administrator's write to a partner's record: what it is afterwards, in force in every process by then. With `dryRun`
 * what it would be, and nothing is changed.
 */
export async function administerPartner(
  ctx: AdminCtx,
  { dryRun = false, ...write }: PartnerWrite & { dryRun?: boolean },
): Promise<PartnerRecord> {
  const id = write.partnerId;
  if (dryRun) {
    return rehearse(ctx, async (ctx) => {
      await writePartner(ctx, write);
      return { ...(await getPartnerRecord(ctx, { id })), dryRun: true as const };
    });
  }
  await inTransaction(ctx, (ctx) => writePartner(ctx, write));
  changeListener().emit(`partner:${id}`);
  await changeListener().settle();
  return getPartnerRecord(ctx, { id });
}
