import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import { holdInquiry, moveInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { ApproveInquiry, Inquiry, RejectInquiry } from "@/lib/domain/giving/inquiries/schemas";
import { statusPage } from "@/lib/domain/giving/inquiries/status-token";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import type { Tier } from "@/lib/domain/partners/statuses";

type Decision = {
  inquiryId: string;
  outcome: "APPROVED" | "REJECTED";
  tier: Tier | null;
  note: string | null;
  reason: string;
};

function decide(ctx: AdminCtx, { inquiryId, outcome, tier, note, reason }: Decision): Promise<Inquiry> {
  return inTransaction(ctx, async (ctx) => {
    const row = await holdInquiry(ctx, inquiryId);
    const { status } = await moveInquiry(ctx, row, outcome === "APPROVED" ? "approve" : "reject", {
      ...{ decision: outcome, decisionNote: note, decidedTier: tier },
      ...{ decidedAt: ctx.now, decidedBy: ctx.actor.adminId },
    });
    await recordInquiryAudit(ctx, {
      action: outcome === "APPROVED" ? "inquiry.approved" : "inquiry.rejected",
      inquiryId,
      before: { status: row.status },
      after: { status, tier, note },
      reason,
    });
    const { partnerName, contactEmail } = row.fields;
    const facts = { partnerName, outcome, note, href: statusPage(row) };
    await queueMail(ctx, { to: contactEmail, template: "inquiryDecided", facts });
    return getInquiry(ctx, { inquiryId });
  });
}

/** Approves an inquiry, which then waits for its contract. Fails with `inquiry_not_found` or `invalid_state_transition`. */
export function approveInquiry(ctx: AdminCtx, input: { inquiryId: string } & ApproveInquiry): Promise<Inquiry> {
  return decide(ctx, { ...input, note: input.note ?? null, outcome: "APPROVED" });
}

/** Declines an inquiry, for good; the note is for the applicant. Fails as an approval does. */
export function rejectInquiry(ctx: AdminCtx, input: { inquiryId: string } & RejectInquiry): Promise<Inquiry> {
  return decide(ctx, { ...input, tier: null, outcome: "REJECTED" });
}
