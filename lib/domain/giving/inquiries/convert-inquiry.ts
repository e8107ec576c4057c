import type { AdminCtx, InTx } from "@/lib/domain/context";
import { holdInquiry, type InquiryRow, moveInquiry, requireMove } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";

/** An inquiry that can become a partner now, held. Fails with `inquiry_not_found` or `invalid_state_transition`. */
export async function holdConvertible(ctx: InTx<AdminCtx>, inquiryId: string): Promise<InquiryRow> {
  const row = await holdInquiry(ctx, inquiryId);
  requireMove(row, "convert");
  return row;
}

/** A held inquiry became this partner. */
export async function convertInquiry(
  ctx: InTx<AdminCtx>,
  row: InquiryRow,
  { partnerId, reason }: { partnerId: string; reason: string },
): Promise<void> {
  const { id: inquiryId } = row;
  const { status } = await moveInquiry(ctx, row, "convert", { partnerId });
  const entry = { before: { status: row.status }, after: { status, partnerId }, reason, partnerId };
  await recordInquiryAudit(ctx, { action: "inquiry.converted", inquiryId, ...entry });
}
