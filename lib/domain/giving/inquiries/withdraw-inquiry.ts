import { type Ctx, inTransaction } from "@/lib/domain/context";
import { readInquiryState } from "@/lib/domain/giving/inquiries/get-inquiry-state";
import { holdOwnInquiry, moveInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { InquiryState, WithdrawInquiry } from "@/lib/domain/giving/inquiries/schemas";

/** The applicant takes the inquiry back, for good. Fails with `inquiry_not_found` or `invalid_state_transition`. */
export function withdrawInquiry(ctx: Ctx, input: { inquiryId: string } & WithdrawInquiry): Promise<InquiryState> {
  return inTransaction(ctx, async (ctx) => {
    const row = await holdOwnInquiry(ctx, input);
    const moved = await moveInquiry(ctx, row, "withdraw");
    await recordInquiryAudit(ctx, {
      action: "inquiry.withdrawn",
      inquiryId: row.id,
      before: { status: row.status },
      after: { status: moved.status },
    });
    return readInquiryState(ctx, moved);
  });
}
