import { z } from "zod";
import { writtenList, writtenNumber } from "@/components/portal/forms/written";
import { VOLUME_SENTENCE } from "@/components/portal/production-request/production-form";
import { type FieldsAsSubmitted, InquiryFields } from "@/lib/domain/giving/inquiries/schemas";

const { shape } = InquiryFields;

/** What may be left empty. */
const blank = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .trim()
    .transform((written) => (written === "" ? undefined : written))
    .pipe(schema as z.ZodType<T, string | undefined>);

/** What an applicant fills in. */
export const InquiryForm = z.object({
  partnerName: shape.partnerName,
  legalEntity: shape.legalEntity,
  website: blank(shape.website),
  contactName: shape.contactName,
  contactEmail: shape.contactEmail,
  useCaseSummary: shape.useCaseSummary,
  integrationModel: shape.integrationModel,
  expectedMonthlyActionVolume: writtenNumber(shape.expectedMonthlyActionVolume, VOLUME_SENTENCE),
  actionTypes: writtenList(shape.actionTypes),
  stakeholderModel: z
    .array(z.object({ stakeholderTypeCode: z.string(), description: z.string() }))
    .transform((rows) => (rows.length > 0 ? rows : undefined))
    .pipe(shape.stakeholderModel),
  webhookUrl: blank(shape.webhookUrl),
  ipAllowlist: writtenList(shape.ipAllowlist),
});
export type InquiryForm = z.input<typeof InquiryForm>;

export const EMPTY_INQUIRY: InquiryForm = {
  partnerName: "",
  legalEntity: "",
  website: "",
  contactName: "",
  contactEmail: "",
  useCaseSummary: "",
  integrationModel: "SERVER_TO_SERVER",
  expectedMonthlyActionVolume: "",
  actionTypes: "",
  stakeholderModel: [],
  webhookUrl: "",
  ipAllowlist: "",
};

/** What was sent before, for the applicant to change. */
export function formOf(fields: FieldsAsSubmitted): InquiryForm {
  return {
    partnerName: fields.partnerName,
    legalEntity: fields.legalEntity,
    website: fields.website ?? "",
    contactName: fields.contactName ?? "",
    contactEmail: fields.contactEmail,
    useCaseSummary: fields.useCaseSummary,
    integrationModel: fields.integrationModel,
    expectedMonthlyActionVolume: fields.expectedMonthlyActionVolume.toLocaleString("en"),
    actionTypes: fields.actionTypes.join("\n"),
    stakeholderModel: fields.stakeholderModel ?? [],
    webhookUrl: fields.webhookUrl ?? "",
    ipAllowlist: fields.ipAllowlist?.join("\n") ?? "",
  };
}

/** The form as the contract's call: what was left empty is left out. */
export function asInquiry({ ipAllowlist, ...rest }: z.output<typeof InquiryForm>): InquiryFields {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  // Only optional fields are ever undefined.
  return { ...(given as InquiryFields), ...(ipAllowlist && ipAllowlist.length > 0 && { ipAllowlist }) };
}
