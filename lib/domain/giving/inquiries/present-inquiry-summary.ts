import type { InquiryRow } from "@/lib/domain/giving/inquiries/hold-inquiry";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";
import { isOpen } from "@/lib/domain/giving/inquiries/statuses";
import { tierHint } from "@/lib/domain/giving/inquiries/tier-hint";

export function presentInquirySummary(row: InquiryRow): InquirySummary {
  const { partnerName, contactName, contactEmail, integrationModel, expectedMonthlyActionVolume } = row.fields;
  return {
    id: row.id,
    ...{ partnerName, contactName: contactName ?? null, contactEmail },
    ...{ integrationModel, expectedMonthlyActionVolume, tierHint: tierHint(expectedMonthlyActionVolume) },
    status: row.status,
    submittedAt: row.submittedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    openSince: isOpen(row.status) ? row.statusSince.toISOString() : null,
  };
}
