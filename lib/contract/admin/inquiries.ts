import { COMPLIANCE, OPERATORS, REVIEWERS } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import {
  AddInquiryComment,
  ApproveInquiry,
  Inquiry,
  InquiryList,
  InquiryParams,
  ListInquiriesQuery,
  RecordContract,
  RejectInquiry,
  RequestChanges,
  ReviewInquiry,
} from "@/lib/domain/giving/inquiries/schemas";
import { CreatePartner } from "@/lib/domain/giving/intake/schemas";
import { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Admin API: inquiries, from review to the partner they become. */

export const listInquiries = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/inquiries",
  id: "listInquiries",
  tag: "Inquiries",
  summary: "List inquiries",
  description: "counts says how many the search finds in each status. tierHint follows from the expected volume.",
  auth: "admin",
  query: ListInquiriesQuery,
  response: InquiryList,
  status: 200,
  errors: [],
});

export const getInquiry = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/inquiries/:inquiryId",
  id: "getInquiry",
  tag: "Inquiries",
  summary: "Read an inquiry",
  description: "The whole intake, what each resubmission changed, the shared thread and the internal notes.",
  auth: "admin",
  params: InquiryParams,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found"],
});

export const reviewInquiry = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/review",
  id: "reviewInquiry",
  tag: "Inquiries",
  summary: "Take an inquiry into review",
  auth: "admin",
  roles: REVIEWERS,
  params: InquiryParams,
  body: ReviewInquiry,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const requestInquiryChanges = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/request-changes",
  id: "requestInquiryChanges",
  tag: "Inquiries",
  summary: "Ask the applicant for changes",
  description:
    "The comments, each anchored to a field of the form if it names one, are mailed to the applicant, who submits again. Not part of the fixed contract.",
  auth: "admin",
  roles: REVIEWERS,
  params: InquiryParams,
  body: RequestChanges,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const approveInquiry = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/approve",
  id: "approveInquiry",
  tag: "Inquiries",
  summary: "Approve an inquiry",
  description: "APPROVED is passed through at once: the inquiry then waits for its contract. The applicant is mailed.",
  auth: "admin",
  roles: REVIEWERS,
  params: InquiryParams,
  body: ApproveInquiry,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const rejectInquiry = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/reject",
  id: "rejectInquiry",
  tag: "Inquiries",
  summary: "Reject an inquiry",
  description: "Final. The note is mailed to the applicant.",
  auth: "admin",
  roles: REVIEWERS,
  params: InquiryParams,
  body: RejectInquiry,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const addInquiryComment = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/comments",
  id: "addInquiryComment",
  tag: "Inquiries",
  summary: "Comment on an inquiry",
  description:
    "SHARED is shown to the applicant, as long as the inquiry is open; INTERNAL never is. Not part of the fixed contract.",
  auth: "admin",
  roles: ["REVIEWER", "COMPLIANCE", "SUPERADMIN"],
  params: InquiryParams,
  body: AddInquiryComment,
  response: Inquiry,
  status: 201,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const recordInquiryContract = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/inquiries/:inquiryId/contract",
  id: "recordInquiryContract",
  tag: "Inquiries",
  summary: "Record contract, acceptable use and KYB",
  description:
    "What is known by now is kept. Once both are signed and KYB is VERIFIED, the inquiry is CONTRACT_SIGNED and can become a partner.",
  auth: "admin",
  roles: COMPLIANCE,
  params: InquiryParams,
  body: RecordContract,
  response: Inquiry,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const createPartner = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners",
  id: "createPartner",
  tag: "Partners",
  summary: "Create a partner",
  description:
    "In PENDING_APPROVAL: keys and pools can be prepared, calls are refused. With inquiryId the inquiry must be CONTRACT_SIGNED; it becomes CONVERTED, once, its compliance record is copied, and its contact is invited to the portal as OWNER. webhookUrl becomes a sandbox webhook that receives every event, if a webhook may go there; its secret is shown when it is rotated.",
  auth: "admin",
  roles: OPERATORS,
  body: CreatePartner,
  response: PartnerRecord,
  status: 201,
  errors: ["inquiry_not_found", "invalid_state_transition", "slug_taken"],
});
