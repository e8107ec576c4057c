import { eq } from "drizzle-orm";
import { reviewResponses, reviews } from "@/db/schema/directory-reviews";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import type { ContentKind, Written } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { requireProviderNamed } from "@/lib/domain/directory/content/require-named";
import type { Made } from "@/lib/domain/directory/content/schemas";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import type { CreateResponse } from "@/lib/domain/directory/reviews/changes/schemas";
import { countPublishedReviews } from "@/lib/domain/directory/reviews/list-reviews";
import { REVIEW_STATUSES } from "@/lib/domain/directory/reviews/statuses";
import { reviewCreated, reviewResponsePublished } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

const REVIEW_KIND: ContentKind<typeof reviews> = {
  ...{ table: reviews, subject: "review", idPrefix: "review", title: "reviewerName", status: "status" },
  visible: ["published"],
  tallied: {
    status: "published",
    others: REVIEW_STATUSES.filter((status) => status !== "published"),
    count: countPublishedReviews,
  },
  fields: ["providerId", "reviewerName", "rating", "title", "body", "source"],
  texts: ["reviewerName", "title", "body", "source"],
  noted: ["providerId", "rating", "status"],
  ...{ moved: "review.moderated", missing: "record_not_found" },
  requireNamed: requireProviderNamed,
  tell,
};

/** Found by the name that the reviewer chose to show. */
export const listReviewRecords = listing(REVIEW_KIND);
export const getReviewRecord = reading(REVIEW_KIND);
/** Enters a review of a provider, for moderation unless it is to be published at once. */
export const createReview = creating(REVIEW_KIND);
/** Publishes a review, hides it or takes it out; subscribers hear of it when that changes whether it is to be seen. */
export const moderateReview = changing(REVIEW_KIND);

/** Of a review that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<AdminCtx>, { after }: Written<typeof reviews>): Promise<void> {
  const { id: reviewId, providerId, status, rating, source, createdAt } = after;
  const shown = status === "published" ? { rating, source, createdAt: createdAt.toISOString() } : {};
  await recordDirectoryEvent(ctx, reviewCreated, reviewId, { reviewId, providerId, status, ...shown });
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
