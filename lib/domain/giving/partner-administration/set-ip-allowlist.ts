import type { AdminCtx } from "@/lib/domain/context";
import { blastRadiusOfAllowlist } from "@/lib/domain/giving/blast-radius/blast-radius";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import type { SetIpAllowlist } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Says from where a partner's signed requests may come; from anywhere, if the list is empty. */
export function setIpAllowlist(
  ctx: AdminCtx,
  { id, ipAllowlist, reason, dryRun }: { id: string; dryRun: boolean } & SetIpAllowlist,
): Promise<PartnerRecord> {
  return administerPartner(ctx, {
    ...{ partnerId: id, reason, dryRun },
    radiusOf: (ctx) => blastRadiusOfAllowlist(ctx, { partnerId: id, ipAllowlist }),
    action: "partner.ip_allowlist_changed",
    decide: () => ({ ipAllowlist }),
  });
}
