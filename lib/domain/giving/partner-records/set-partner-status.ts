import { type AdminCtx, rehearse } from "@/lib/domain/context";
import { blastRadiusOfStatus } from "@/lib/domain/giving/blast-radius/blast-radius";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import { requireActivatable } from "@/lib/domain/giving/partner-records/require-activatable";
import type { PartnerRecord, SetPartnerStatus } from "@/lib/domain/giving/partner-records/schemas";
import { requestOnActivation } from "@/lib/domain/giving/production-requests/request-on-activation";
import { changePartnerStatus, moveToStatus } from "@/lib/domain/partners/change-partner-status";

/**
 * Moves a partner to another status and answers its record; the effect holds in every process by then. A first activation
 * asks for production, too, when all is known that this takes. Fails with `partner_not_found`, `invalid_state_transition` or `activation_preconditions_unmet`.
 */
export async function setPartnerStatus(
  ctx: AdminCtx,
  input: { id: string; dryRun: boolean } & SetPartnerStatus,
): Promise<PartnerRecord> {
  const { id, status, reason, dryRun } = input;
  const change = { partnerId: id, to: status, reason, require: requireActivatable, follow: requestOnActivation };
  if (dryRun) {
    const record = await rehearse(ctx, async (ctx) => {
      await moveToStatus(ctx, change);
      return getPartnerRecord(ctx, { id });
    });
    return { ...record, dryRun: true, blastRadius: await blastRadiusOfStatus(ctx, { partnerId: id, status }) };
  }
  await changePartnerStatus(ctx, change);
  return getPartnerRecord(ctx, { id });
}
