import { z } from "zod";
import { writtenList, writtenNumber } from "@/components/portal/forms/written";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";
import type { IntegrationModel } from "@/lib/domain/partners/statuses";

const { shape } = ProductionRequest;

export const MODEL_WORDS: Record<IntegrationModel, string> = {
  SERVER_TO_SERVER: "Server to server: signed calls only",
  WIDGET_ONLY: "Widget only: donation pages, no signed calls",
  BOTH: "Both",
};

export const VOLUME_SENTENCE = "Write a whole number from 0 to 1,000,000,000.";

/** What the person fills in to ask for production. */
export const ProductionForm = z.object({
  partnerName: shape.partnerName,
  legalEntity: shape.legalEntity,
  contactEmail: shape.contactEmail,
  useCaseSummary: shape.useCaseSummary,
  integrationModel: shape.integrationModel,
  expectedMonthlyActionVolume: writtenNumber(shape.expectedMonthlyActionVolume, VOLUME_SENTENCE),
  actionTypes: writtenList(shape.actionTypes),
  stakeholderModel: shape.stakeholderModel,
  webhookUrl: z.string().trim().pipe(shape.webhookUrl),
  ipAllowlist: writtenList(shape.ipAllowlist),
});
export type ProductionForm = z.input<typeof ProductionForm>;

/** The last request, to be changed; without one what is known of the partner already, the rest for the person to say. */
export function formOf(partner: PartnerInfo, last: ProductionRequest | null = null): ProductionForm {
  if (last) {
    return {
      ...last,
      expectedMonthlyActionVolume: String(last.expectedMonthlyActionVolume),
      actionTypes: last.actionTypes.join("\n"),
      ipAllowlist: (last.ipAllowlist ?? []).join("\n"),
    };
  }
  return {
    partnerName: partner.name,
    legalEntity: "",
    contactEmail: partner.contactEmail,
    useCaseSummary: "",
    integrationModel: "SERVER_TO_SERVER",
    expectedMonthlyActionVolume: "",
    actionTypes: partner.actionTypes.join("\n"),
    stakeholderModel: [{ stakeholderTypeCode: partner.stakeholderTypes[0] ?? "CUSTOMER", description: "" }],
    webhookUrl: "",
    ipAllowlist: "",
  };
}

/** The form as the contract's call. */
export function asProductionRequest(form: z.output<typeof ProductionForm>): ProductionRequest {
  const { ipAllowlist, ...rest } = form;
  return { ...rest, ...(ipAllowlist && ipAllowlist.length > 0 && { ipAllowlist }) };
}
