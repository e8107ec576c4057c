import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import { holdInquiry, updateInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { AddInquiryComment, Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import { isOpen } from "@/lib/domain/giving/inquiries/statuses";
import { writeComments } from "@/lib/domain/giving/inquiries/write-comments";
import { fail } from "@/lib/errors";

/**
 * Writes to the applicant, or a note among ourselves. Notes can be added at any time; to the applicant of an inquiry that
 * is closed nothing more is said: `invalid_state_transition`.
 */
export function addInquiryComment(ctx: AdminCtx, input: { inquiryId: string } & AddInquiryComment): Promise<Inquiry> {
  const { inquiryId, reason, text, audience, field } = input;
  return inTransaction(ctx, async (ctx) => {
    const row = await holdInquiry(ctx, inquiryId);
    if (audience === "SHARED" && !isOpen(row.status)) {
      fail("invalid_state_transition", { details: { status: row.status } });
    }
    await writeComments(ctx, inquiryId, [{ text, field, audience }]);
    await updateInquiry(ctx, row, {});
    const after = { text, audience, field: field ?? null };
    await recordInquiryAudit(ctx, { action: "inquiry.commented", inquiryId, after, reason });
    return getInquiry(ctx, { inquiryId });
  });
}
