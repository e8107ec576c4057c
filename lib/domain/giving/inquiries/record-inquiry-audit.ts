import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";

type Fields = Record<string, unknown>;
export type InquiryEntry = {
  action: string;
  inquiryId: string;
  before?: Fields;
  after?: Fields;
  reason?: string;
  /** Once it became one. */
  partnerId?: string;
};

/** The audit row of an inquiry, which belongs to no partner before it became one. */
export function recordInquiryAudit(ctx: InTx<Ctx>, entry: InquiryEntry): Promise<void> {
  const { inquiryId, partnerId = null, ...rest } = entry;
  return recordAudit(ctx, { ...rest, targetType: "inquiry", targetId: inquiryId, partnerId, environment: null });
}
