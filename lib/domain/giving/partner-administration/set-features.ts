import type { AdminCtx } from "@/lib/domain/context";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import type { SetFeatures } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { FEATURES } from "@/lib/domain/partners/statuses";

/** Switches a partner's features: exactly those named are on. */
export function setFeatures(ctx: AdminCtx, input: { id: string } & SetFeatures): Promise<PartnerRecord> {
  const { id, reason, enabledFeatures } = input;
  // In one order, so that the same features are no change.
  const inOrder = (features: readonly string[]) => FEATURES.filter((feature) => features.includes(feature));
  return administerPartner(ctx, {
    ...{ partnerId: id, reason },
    action: "partner.features_changed",
    decide: (_, partner) => {
      const isSame = partner.enabledFeatures.length === enabledFeatures.length;
      return isSame && enabledFeatures.every((feature) => partner.enabledFeatures.includes(feature))
        ? {}
        : { enabledFeatures: inOrder(enabledFeatures) };
    },
  });
}
