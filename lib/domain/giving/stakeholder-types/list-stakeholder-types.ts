import type { PartnerCtx } from "@/lib/domain/context";
import type { StakeholderType, StakeholderTypeList } from "@/lib/domain/giving/stakeholder-types/schemas";
import type { DEFAULT_STAKEHOLDER_TYPES } from "@/lib/domain/partners/statuses";

const DESCRIPTIONS: Record<(typeof DEFAULT_STAKEHOLDER_TYPES)[number], string> = {
  CUSTOMER: "Buys from the partner.",
  DONOR: "Gives money to a nonprofit.",
  VOLUNTEER: "Gives time to a nonprofit.",
  ADVOCATE: "Speaks up for a cause.",
  REFERRER: "Brought someone else to take part.",
  EMPLOYEE: "Works for the partner.",
  MERCHANT: "Sells through the partner.",
  NONPROFIT: "The organisation that is helped.",
};

export function presentStakeholderType(code: string): StakeholderType {
  const words = code.toLowerCase().replaceAll("_", " ");
  const isSystem = Object.hasOwn(DESCRIPTIONS, code);
  return {
    code,
    name: words.charAt(0).toUpperCase() + words.slice(1),
    description: isSystem ? DESCRIPTIONS[code as keyof typeof DESCRIPTIONS] : "Registered for this partner.",
    isSystem,
  };
}

/** The codes that actions may name, in the order in which they are registered. */
export async function listStakeholderTypes(ctx: PartnerCtx): Promise<StakeholderTypeList> {
  return { data: ctx.partner.stakeholderTypes.map(presentStakeholderType) };
}
