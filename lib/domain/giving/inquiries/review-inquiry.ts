import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import { holdInquiry, moveInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { Inquiry, ReviewInquiry } from "@/lib/domain/giving/inquiries/schemas";

/** Takes an inquiry into review. Fails with `inquiry_not_found` or `invalid_state_transition`. */
export function reviewInquiry(ctx: AdminCtx, input: { inquiryId: string } & ReviewInquiry): Promise<Inquiry> {
  const { inquiryId, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const row = await holdInquiry(ctx, inquiryId);
    const { status } = await moveInquiry(ctx, row, "review");
    const entry = { before: { status: row.status }, after: { status }, reason };
    await recordInquiryAudit(ctx, { action: "inquiry.review_started", inquiryId, ...entry });
    return getInquiry(ctx, { inquiryId });
  });
}
