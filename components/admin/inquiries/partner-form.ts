import { z } from "zod";
import { writtenList } from "@/components/portal/forms/written";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import { CreatePartner } from "@/lib/domain/giving/intake/schemas";
import { DEFAULT_STAKEHOLDER_TYPES, type Feature } from "@/lib/domain/partners/statuses";

const { shape } = CreatePartner;

/** What may differ from the inquiry; the rest is taken over as it is. */
export const PartnerForm = z.object({
  name: shape.name,
  slug: z
    .string()
    .trim()
    .transform((written) => (written === "" ? undefined : written))
    .pipe(shape.slug as z.ZodType<string | undefined, string | undefined>),
  contactEmail: shape.contactEmail,
  tier: shape.tier,
  actionTypes: writtenList(shape.actionTypes),
  stakeholderTypes: writtenList(shape.stakeholderTypes),
});
export type PartnerForm = z.input<typeof PartnerForm>;

/** The partner that the inquiry asks for, of the tier that it was approved for. */
export function formOf({ fields, decision, tierHint }: Inquiry): PartnerForm {
  const types = (fields.stakeholderModel ?? []).map((one) => one.stakeholderTypeCode);
  return {
    name: fields.partnerName,
    slug: "",
    contactEmail: fields.contactEmail,
    tier: decision?.tier ?? tierHint,
    actionTypes: fields.actionTypes.join("\n"),
    stakeholderTypes: (types.length > 0 ? types : [...DEFAULT_STAKEHOLDER_TYPES]).join("\n"),
  };
}

/** The call, with what the inquiry says of the rest. */
export function asPartner(
  form: z.output<typeof PartnerForm>,
  { inquiry, enabledFeatures, reason }: { inquiry: Inquiry; enabledFeatures: Feature[]; reason: string },
): z.input<typeof CreatePartner> {
  const { legalEntity, useCaseSummary, integrationModel, expectedMonthlyActionVolume, webhookUrl, ipAllowlist } =
    inquiry.fields;
  return {
    inquiryId: inquiry.id,
    ...form,
    ...{ legalEntity, useCaseSummary, integrationModel, expectedMonthlyActionVolume, webhookUrl, ipAllowlist },
    enabledFeatures,
    reason,
  };
}
