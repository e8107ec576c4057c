import { isDeepStrictEqual } from "node:util";
import { INQUIRY_FIELDS, type InquiryField, type InquiryFields } from "@/lib/domain/giving/inquiries/schemas";

export type FieldChange = { field: InquiryField; before: unknown; after: unknown };

/** Where two submissions differ, in the order of the form; a field that is missing in one is null there. */
export function changedFields(before: InquiryFields, after: InquiryFields): FieldChange[] {
  return INQUIRY_FIELDS.map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  })).filter((change) => !isDeepStrictEqual(change.before, change.after));
}
