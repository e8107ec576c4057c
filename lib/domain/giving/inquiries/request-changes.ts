import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import { holdInquiry, moveInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import { INQUIRY_FIELD_NAMES, type Inquiry, type RequestChanges } from "@/lib/domain/giving/inquiries/schemas";
import { statusPage } from "@/lib/domain/giving/inquiries/status-token";
import { writeComments } from "@/lib/domain/giving/inquiries/write-comments";
import { queueMail } from "@/lib/domain/mail/queue-mail";

/** Hands an inquiry back to the applicant, with what to change. Fails as `reviewInquiry` does. */
export function requestInquiryChanges(ctx: AdminCtx, input: { inquiryId: string } & RequestChanges): Promise<Inquiry> {
  const { inquiryId, comments, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const row = await holdInquiry(ctx, inquiryId);
    const { status } = await moveInquiry(ctx, row, "requestChanges");
    await writeComments(
      ctx,
      inquiryId,
      comments.map((comment) => ({ ...comment, audience: "SHARED" })),
    );
    const entry = { before: { status: row.status }, after: { status, comments }, reason };
    await recordInquiryAudit(ctx, { action: "inquiry.changes_requested", inquiryId, ...entry });
    await queueMail(ctx, {
      to: row.fields.contactEmail,
      template: "inquiryChangesRequested",
      facts: {
        partnerName: row.fields.partnerName,
        comments: comments.map(({ field, text }) => ({ about: field ? INQUIRY_FIELD_NAMES[field] : null, text })),
        href: statusPage(row),
      },
    });
    return getInquiry(ctx, { inquiryId });
  });
}
