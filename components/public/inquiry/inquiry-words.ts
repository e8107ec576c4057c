import { MODEL_WORDS } from "@/components/portal/production-request/production-form";
import type { StatusTone } from "@/components/ui/status";
import type { InquiryField, InquiryFields } from "@/lib/domain/giving/inquiries/schemas";
import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";

export const INQUIRY_WORDS: Record<InquiryStatus, { tone: StatusTone; word: string }> = {
  SUBMITTED: { tone: "info", word: "Submitted" },
  IN_REVIEW: { tone: "progress", word: "In review" },
  CHANGES_REQUESTED: { tone: "warning", word: "Changes requested" },
  CONTRACT_PENDING: { tone: "progress", word: "Contract pending" },
  CONTRACT_SIGNED: { tone: "info", word: "Contract signed" },
  CONVERTED: { tone: "success", word: "Partner created" },
  REJECTED: { tone: "danger", word: "Rejected" },
  WITHDRAWN: { tone: "neutral", word: "Withdrawn" },
};

/** The fields of an inquiry in the order of its form, as the form calls them. */
export const FIELD_WORDS: Record<InquiryField, string> = {
  partnerName: "Partner name",
  legalEntity: "Legal entity",
  website: "Website",
  contactName: "Contact",
  contactEmail: "Contact e-mail",
  useCaseSummary: "Use case",
  integrationModel: "Integration",
  expectedMonthlyActionVolume: "Actions a month",
  actionTypes: "Action types",
  stakeholderModel: "Who receives rewards",
  webhookUrl: "Webhook URL",
  ipAllowlist: "IP allow-list",
};

export const FIELDS = Object.keys(FIELD_WORDS) as InquiryField[];

/** A field's value in lines, one for each entry of a list. None when it was left empty. */
export function valueLines(field: InquiryField, fields: Partial<InquiryFields>): string[] {
  switch (field) {
    case "integrationModel":
      return fields.integrationModel ? [MODEL_WORDS[fields.integrationModel]] : [];
    case "expectedMonthlyActionVolume":
      return fields.expectedMonthlyActionVolume === undefined
        ? []
        : [fields.expectedMonthlyActionVolume.toLocaleString("en")];
    case "stakeholderModel":
      return (fields.stakeholderModel ?? []).map((one) => `${one.stakeholderTypeCode}: ${one.description}`);
    case "actionTypes":
    case "ipAllowlist":
      return fields[field] ?? [];
    default:
      return fields[field] ? [fields[field]] : [];
  }
}
