import { call } from "@/lib/client/call";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import type {
  ApproveInquiry,
  Inquiry,
  InquirySummary,
  RejectInquiry,
  RequestChanges,
  ReviewInquiry,
} from "@/lib/domain/giving/inquiries/schemas";

export type Decision =
  | ({ kind: "review" } & ReviewInquiry)
  | ({ kind: "approve" } & ApproveInquiry)
  | ({ kind: "reject" } & RejectInquiry)
  | ({ kind: "requestChanges" } & RequestChanges);
export type DecisionKind = Decision["kind"];

export type Decidable = Pick<InquirySummary, "id" | "status" | "partnerName" | "tierHint">;

/** What the dialog of each kind is given. */
export type DecisionDialogProps = { inquiry: Decidable; onClose: () => void };

/** Makes a decision. What nobody took up yet is taken into review first, for the same reason. */
export async function decide({ id, status }: Decidable, decision: Decision): Promise<Inquiry> {
  const inquiryId = id;
  const { reason } = decision;
  if (decision.kind === "review") return call(inquiriesApi.reviewInquiry, { inquiryId, reason });
  if (status === "SUBMITTED") await call(inquiriesApi.reviewInquiry, { inquiryId, reason });
  switch (decision.kind) {
    case "approve":
      return call(inquiriesApi.approveInquiry, { inquiryId, reason, tier: decision.tier, note: decision.note });
    case "reject":
      return call(inquiriesApi.rejectInquiry, { inquiryId, reason, note: decision.note });
    case "requestChanges":
      return call(inquiriesApi.requestInquiryChanges, { inquiryId, reason, comments: decision.comments });
  }
}
