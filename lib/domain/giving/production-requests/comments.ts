import { and, asc, eq } from "drizzle-orm";
import { productionRequestComments } from "@/db/schema/approvals";
import { admins, portalUsers } from "@/db/schema/partners";
import { type AdminCtx, actorId, type Ctx, type InTx, type UserCtx } from "@/lib/domain/context";
import type { CommentOnRequest, ReviewComment } from "@/lib/domain/giving/production-requests/schemas";
import { newObjectId } from "@/lib/platform/ids";

type CommentRow = typeof productionRequestComments.$inferSelect;

/** To a partner the platform speaks with one voice. */
const REVIEW_NAME = "Review";

export async function insertComment(
  ctx: InTx<AdminCtx | UserCtx>,
  requestId: string,
  comment: CommentOnRequest & Pick<CommentRow, "audience">,
): Promise<CommentRow> {
  const { audience, text, field = null } = comment;
  const [row] = await ctx.db
    .insert(productionRequestComments)
    .values({
      ...{ id: newObjectId(), requestId, audience, field, text, at: ctx.now },
      authorType: ctx.actor.type === "admin" ? "ADMIN" : "PARTNER_USER",
      authorId: actorId(ctx.actor),
    })
    .returning();
  return row!;
}

/** What was said about a request, in order; to the partner without what administrators say among themselves. */
export async function listComments(ctx: Ctx, requestId: string, reader: "ADMIN" | "PARTNER"): Promise<ReviewComment[]> {
  const comments = productionRequestComments;
  const rows = await ctx.db
    .select({ row: comments, email: admins.email, first: portalUsers.firstName, last: portalUsers.lastName })
    .from(comments)
    .leftJoin(admins, eq(admins.id, comments.authorId))
    .leftJoin(portalUsers, eq(portalUsers.id, comments.authorId))
    .where(and(eq(comments.requestId, requestId), reader === "ADMIN" ? undefined : eq(comments.audience, "SHARED")))
    .orderBy(asc(comments.position));
  return rows.map(({ row, email, first, last }) => {
    const { id, audience, authorType, field, text, at } = row;
    const person = `${first ?? ""} ${last ?? ""}`.trim() || "Partner";
    const admin = reader === "ADMIN" ? (email ?? "Administrator") : REVIEW_NAME;
    return {
      ...{ id, audience, authorType, field, text, at: at.toISOString() },
      authorName: authorType === "ADMIN" ? admin : person,
    };
  });
}
