import { type Ctx, inTransaction } from "@/lib/domain/context";
import { readInquiryState } from "@/lib/domain/giving/inquiries/get-inquiry-state";
import { holdOwnInquiry, updateInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { CommentOnInquiry, InquiryState } from "@/lib/domain/giving/inquiries/schemas";
import { isOpen } from "@/lib/domain/giving/inquiries/statuses";
import { writeComments } from "@/lib/domain/giving/inquiries/write-comments";
import { fail } from "@/lib/errors";

/** The applicant writes to the reviewers. Fails with `invalid_state_transition` once nothing more becomes of it. */
export function commentOnInquiry(ctx: Ctx, input: { inquiryId: string } & CommentOnInquiry): Promise<InquiryState> {
  const { inquiryId, token, text, field } = input;
  return inTransaction(ctx, async (ctx) => {
    const row = await holdOwnInquiry(ctx, { inquiryId, token });
    if (!isOpen(row.status)) fail("invalid_state_transition", { details: { status: row.status } });
    await writeComments(ctx, inquiryId, [{ text, field, audience: "SHARED" }]);
    await recordInquiryAudit(ctx, { action: "inquiry.commented", inquiryId, after: { text, field: field ?? null } });
    return readInquiryState(ctx, await updateInquiry(ctx, row, {}));
  });
}
