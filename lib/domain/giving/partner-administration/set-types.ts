import type { AdminCtx } from "@/lib/domain/context";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import {
  findActionTypeUses,
  findStakeholderTypeUses,
  requireUnused,
} from "@/lib/domain/giving/partner-administration/find-type-uses";
import type { SetActionTypes, SetStakeholderTypes } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

const without = (before: readonly string[], after: readonly string[]) => before.filter((one) => !after.includes(one));

/** Registers the types of action that a partner may submit. Fails with `invalid_state_transition` for one in use. */
export function setActionTypes(ctx: AdminCtx, input: { id: string } & SetActionTypes): Promise<PartnerRecord> {
  const { id, actionTypes, reason } = input;
  return administerPartner(ctx, {
    ...{ partnerId: id, reason },
    action: "partner.action_types_changed",
    decide: async (ctx, partner) => {
      const removed = without(partner.actionTypes, actionTypes);
      requireUnused(await findActionTypeUses(ctx, partner, removed));
      return { actionTypes };
    },
  });
}

/** Registers who may receive a partner's rewards. Fails with `invalid_state_transition` for a type in use. */
export function setStakeholderTypes(
  ctx: AdminCtx,
  input: { id: string } & SetStakeholderTypes,
): Promise<PartnerRecord> {
  const { id, stakeholderTypes, reason } = input;
  return administerPartner(ctx, {
    ...{ partnerId: id, reason },
    action: "partner.stakeholder_types_changed",
    decide: async (ctx, partner) => {
      const removed = without(partner.stakeholderTypes, stakeholderTypes);
      requireUnused(await findStakeholderTypeUses(ctx, partner, removed));
      return { stakeholderTypes };
    },
  });
}
