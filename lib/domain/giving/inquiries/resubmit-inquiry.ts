import { eq, max } from "drizzle-orm";
import { inquiryRevisions } from "@/db/schema/inquiries";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { changedFields } from "@/lib/domain/giving/inquiries/changed-fields";
import { readInquiryState } from "@/lib/domain/giving/inquiries/get-inquiry-state";
import { holdOwnInquiry, moveInquiry } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { InquiryFields, InquiryState, ResubmitInquiry } from "@/lib/domain/giving/inquiries/schemas";

async function addRevision(ctx: InTx<Ctx>, inquiryId: string, fields: InquiryFields): Promise<number> {
  const [last] = await ctx.db
    .select({ number: max(inquiryRevisions.number) })
    .from(inquiryRevisions)
    .where(eq(inquiryRevisions.inquiryId, inquiryId));
  const number = (last?.number ?? 0) + 1;
  await ctx.db.insert(inquiryRevisions).values({ inquiryId, number, fields, at: ctx.now });
  return number;
}

/**
 * The applicant's answer to a request for changes: every field anew, and back into review. Fails with
 * `inquiry_not_found`, or `invalid_state_transition` unless changes were asked for.
 */
export function resubmitInquiry(ctx: Ctx, input: { inquiryId: string } & ResubmitInquiry): Promise<InquiryState> {
  const { inquiryId, token, ...fields } = input;
  return inTransaction(ctx, async (ctx) => {
    const row = await holdOwnInquiry(ctx, { inquiryId, token });
    const moved = await moveInquiry(ctx, row, "resubmit", { fields });
    const revision = await addRevision(ctx, inquiryId, fields);
    const changes = changedFields(row.fields, fields);
    const side = (which: "before" | "after") =>
      Object.fromEntries(changes.map((change) => [change.field, change[which]]));
    await recordInquiryAudit(ctx, {
      action: "inquiry.resubmitted",
      inquiryId,
      before: { status: row.status, ...side("before") },
      after: { status: moved.status, revision, ...side("after") },
    });
    return readInquiryState(ctx, moved);
  });
}
