import { inquiryComments } from "@/db/schema/inquiries";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { InquiryField } from "@/lib/domain/giving/inquiries/schemas";
import { newObjectId } from "@/lib/platform/ids";

export type CommentToWrite = { text: string; field?: InquiryField; audience: "SHARED" | "INTERNAL" };

/** Adds to the thread of an inquiry; an administrator speaks as REVIEWER, anyone else as APPLICANT. */
export async function writeComments(
  ctx: InTx<Ctx>,
  inquiryId: string,
  comments: readonly CommentToWrite[],
): Promise<void> {
  const { actor } = ctx;
  const from =
    actor.type === "admin"
      ? ({ author: "REVIEWER", adminId: actor.adminId } as const)
      : ({ author: "APPLICANT", adminId: null } as const);
  await ctx.db
    .insert(inquiryComments)
    .values(comments.map((comment) => ({ id: newObjectId(), inquiryId, ...from, ...comment, at: ctx.now })));
}
