import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";

/** What a status asks of the platform's people. */
export const INQUIRY_MEANINGS: Record<InquiryStatus, string> = {
  SUBMITTED: "Nobody has taken it up yet.",
  IN_REVIEW: "It waits for a decision.",
  CHANGES_REQUESTED: "It waits for the applicant to send it again.",
  CONTRACT_PENDING: "Approved. It waits for contract, acceptable use and KYB.",
  CONTRACT_SIGNED: "Everything is signed and verified. The partner can be created.",
  CONVERTED: "The partner exists.",
  REJECTED: "Rejected. This is final.",
  WITHDRAWN: "The applicant withdrew it. This is final.",
};
