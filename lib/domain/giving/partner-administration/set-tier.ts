import type { AdminCtx } from "@/lib/domain/context";
import { blastRadiusOfTier } from "@/lib/domain/giving/blast-radius/blast-radius";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import type { SetTier } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { mailPartner } from "@/lib/domain/partners/mail-partner";
import { env } from "@/lib/platform/env";

/** Puts a partner into another tier, and tells it by mail. The windows that run keep their counts: only the caps move. */
export function setTier(
  ctx: AdminCtx,
  { id, tier, reason, dryRun }: { id: string; dryRun: boolean } & SetTier,
): Promise<PartnerRecord> {
  return administerPartner(ctx, {
    ...{ partnerId: id, reason, dryRun },
    radiusOf: (ctx) => blastRadiusOfTier(ctx, { partnerId: id, tier }),
    action: "partner.tier_changed",
    decide: () => ({ tier }),
    follow: (ctx, { tier: from }) =>
      mailPartner(ctx, {
        partnerId: id,
        template: "partnerTierChanged",
        factsOf: (partnerName) => ({ partnerName, from, to: tier, reason, href: `${env().publicBaseUrl}/home` }),
      }),
  });
}
