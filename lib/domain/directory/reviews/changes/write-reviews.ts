import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/directory-providers";
import { reviewResponses, reviews } from "@/db/schema/directory-reviews";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed, Made } from "@/lib/domain/directory/content/schemas";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import type { CreateResponse, CreateReview } from "@/lib/domain/directory/reviews/changes/schemas";
import type { ReviewStatus } from "@/lib/domain/directory/reviews/statuses";
import { reviewCreated, reviewResponsePublished } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Row = typeof reviews.$inferSelect;

/** Of a review that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<Ctx>, { id: reviewId, providerId, status, rating, source, createdAt }: Row) {
  const shown = status === "published" ? { rating, source, createdAt: createdAt.toISOString() } : {};
  await recordDirectoryEvent(ctx, reviewCreated, reviewId, { reviewId, providerId, status, ...shown });
}

/** Enters a review of a provider, for moderation unless it is to be published at once. */
export async function createReview(ctx: AdminCtx, { reason, ...input }: CreateReview): Promise<Made> {
  return inTransaction(ctx, async (ctx) => {
    const [provider] = await ctx.db.select().from(providers).where(eq(providers.id, input.providerId)).for("key share");
    if (!provider) fail("provider_not_found");
    const id = newUuidId("review");
    await requirePolicy(ctx, { subjectType: "review", subjectId: id, texts: [input.title, input.body] });
    const [row] = await ctx.db
      .insert(reviews)
      .values({ id, ...input, createdAt: ctx.now, updatedAt: ctx.now })
      .returning();
    const { providerId, rating, status } = input;
    await auditChange(ctx, {
      ...{ action: "review.created", targetType: "review", targetId: id, reason },
      after: { providerId, rating, status },
    });
    await tell(ctx, row!);
    return { data: { id, status, createdAt: ctx.now.toISOString() } };
  });
}

/** Publishes a review, hides it or takes it out; subscribers hear of it when that changes whether it is to be seen. */
export async function moderateReview(
  ctx: AdminCtx,
  { id, status, reason }: { id: string; status: ReviewStatus; reason: string },
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(reviews).where(eq(reviews.id, id)).for("no key update");
    if (!before) fail("record_not_found");
    if (before.status === status) return { data: present(before) };
    const [after] = await ctx.db
      .update(reviews)
      .set({ status, updatedAt: ctx.now })
      .where(eq(reviews.id, id))
      .returning();
    await auditChange(ctx, {
      ...{ action: "review.moderated", targetType: "review", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    if (before.status === "published" || status === "published") await tell(ctx, after!);
    return { data: present(after!) };
  });
}

/** Publishes a provider's answer to a review that is published itself. */
export async function publishResponse(ctx: AdminCtx, input: { id: string } & CreateResponse): Promise<Made> {
  const { id: reviewId, body, generatedByAi, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const [review] = await ctx.db.select().from(reviews).where(eq(reviews.id, reviewId)).for("share");
    if (!review) fail("record_not_found");
    if (review.status !== "published") {
      fail("invalid_state_transition", { message: "Only a published review can be answered in public." });
    }
    const id = newUuidId("review-response");
    await requirePolicy(ctx, { subjectType: "review_response", subjectId: id, texts: [body] });
    const { providerId } = review;
    const at = { publishedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now };
    await ctx.db
      .insert(reviewResponses)
      .values({ id, reviewId, providerId, body, generatedByAi, status: "published", ...at });
    await auditChange(ctx, {
      ...{ action: "review_response.published", targetType: "review_response", targetId: id, reason },
      after: { reviewId, generatedByAi },
    });
    const publishedAt = ctx.now.toISOString();
    const told = { reviewId, responseId: id, providerId, generatedByAi, publishedAt };
    await recordDirectoryEvent(ctx, reviewResponsePublished, reviewId, told);
    return { data: { id, status: "published", createdAt: publishedAt } };
  });
}

const present = (row: Row) => presentContent({ ...row, title: row.reviewerName }, ["published"]);
