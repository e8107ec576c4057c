import { z } from "zod";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";
import type { IntegrationModel } from "@/lib/domain/partners/statuses";

const { shape } = ProductionRequest;

export const MODEL_WORDS: Record<IntegrationModel, string> = {
  SERVER_TO_SERVER: "Server to server: signed calls only",
  WIDGET_ONLY: "Widget only: donation pages, no signed calls",
  BOTH: "Both",
};

/** A list as a person writes it, one a line or parted by commas, as the contract's schema accepts it. */
function listOf<T>(schema: z.ZodType<T>) {
  return z.string().transform((written, refinement): T => {
    const entries = written.split(/[\s,]+/).filter(Boolean);
    const parsed = schema.safeParse(entries, { error: issueSentence, reportInput: true });
    if (parsed.success) return parsed.data;
    const { path, message } = parsed.error.issues[0]!;
    const wrong = typeof path[0] === "number" ? `“${entries[path[0]]}” ${message}` : message;
    refinement.addIssue({ code: "custom", message: entries.length === 0 ? "Name at least one." : asSentence(wrong) });
    return z.NEVER;
  });
}

/** What the person fills in to ask for production. */
export const ProductionForm = z.object({
  partnerName: shape.partnerName,
  legalEntity: shape.legalEntity,
  contactEmail: shape.contactEmail,
  useCaseSummary: shape.useCaseSummary,
  integrationModel: shape.integrationModel,
  expectedMonthlyActionVolume: z.string().transform((written, refinement): number => {
    const digits = written.replace(/[\s,_]/g, "");
    const parsed = shape.expectedMonthlyActionVolume.safeParse(digits === "" ? undefined : Number(digits));
    if (parsed.success) return parsed.data;
    refinement.addIssue({ code: "custom", message: "Write a whole number from 0 to 1,000,000,000." });
    return z.NEVER;
  }),
  actionTypes: listOf(shape.actionTypes),
  stakeholderModel: shape.stakeholderModel,
  webhookUrl: z.string().trim().pipe(shape.webhookUrl),
  ipAllowlist: listOf(shape.ipAllowlist),
});
export type ProductionForm = z.input<typeof ProductionForm>;

/** What is known of the partner already; the rest is for the person to say. */
export function formOf(partner: PartnerInfo): ProductionForm {
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
