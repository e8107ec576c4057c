import { and, asc, eq } from "drizzle-orm";
import { inquiryComments } from "@/db/schema/inquiries";
import type { Ctx } from "@/lib/domain/context";
import { findOwnInquiry, type InquiryRow } from "@/lib/domain/giving/inquiries/hold-inquiry";
import type { InquiryState } from "@/lib/domain/giving/inquiries/schemas";
import { isMovePossible, isOpen } from "@/lib/domain/giving/inquiries/statuses";

/** What the applicant may see of an inquiry: never a note of ours, nor who decided. */
export async function readInquiryState(ctx: Ctx, row: InquiryRow): Promise<InquiryState> {
  const { id, author, field, text, at } = inquiryComments;
  const comments = await ctx.db
    .select({ id, author, field, text, at })
    .from(inquiryComments)
    .where(and(eq(inquiryComments.inquiryId, row.id), eq(inquiryComments.audience, "SHARED")))
    .orderBy(asc(inquiryComments.position));
  const { status } = row;
  return {
    inquiryId: row.id,
    status,
    submittedAt: row.submittedAt.toISOString(),
    ...(row.decidedAt && { decidedAt: row.decidedAt.toISOString() }),
    ...(row.decisionNote !== null && { decisionNote: row.decisionNote }),
    fields: row.fields,
    comments: comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })),
    may: {
      resubmit: isMovePossible(status, "resubmit"),
      comment: isOpen(status),
      withdraw: isMovePossible(status, "withdraw"),
    },
  };
}

/** How an inquiry stands, to whoever has its token. Fails with `inquiry_not_found`. */
export async function getInquiryState(ctx: Ctx, input: { inquiryId: string; token: string }): Promise<InquiryState> {
  return readInquiryState(ctx, await findOwnInquiry(ctx, input));
}
