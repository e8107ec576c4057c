import { and, eq, sql } from "drizzle-orm";
import { reviews } from "@/db/schema/directory-reviews";
import type { Ctx } from "@/lib/domain/context";
import { mean } from "@/lib/domain/directory/figures/ratio";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { readSentiment } from "@/lib/domain/directory/reviews/read-sentiment";
import { type ProviderReviewSummary, RATINGS, type ReviewSummary } from "@/lib/domain/directory/reviews/schemas";
import { visibleReview } from "@/lib/domain/directory/reviews/visibility";

const counted = sql<number>`count(*)::int`;

async function readSummary(ctx: Ctx, providerId: string): Promise<ReviewSummary["summary"]> {
  const own = and(eq(reviews.providerId, providerId), visibleReview());
  const [byRating, sources] = await Promise.all([
    ctx.db
      .select({
        rating: reviews.rating,
        count: counted,
        latest: sql`max(${reviews.createdAt})`.mapWith(reviews.createdAt),
      })
      .from(reviews)
      .where(own)
      .groupBy(reviews.rating),
    ctx.db
      .select({ source: reviews.source, count: counted })
      .from(reviews)
      .where(own)
      .groupBy(reviews.source)
      .orderBy(sql`count(*) desc, ${reviews.source} collate "C"`),
  ]);
  const countOf = new Map(byRating.map(({ rating, count }) => [rating, count]));
  const publishedReviews = byRating.reduce((sum, { count }) => sum + count, 0);
  const stars = byRating.reduce((sum, { rating, count }) => sum + rating * count, 0);
  const latest = Math.max(...byRating.map(({ latest }) => latest.getTime()));
  return {
    publishedReviews,
    averageRating: mean(stars, publishedReviews, 2),
    ratingDistribution: RATINGS.map((rating) => ({ rating, count: countOf.get(rating) ?? 0 })),
    latestPublishedAt: publishedReviews > 0 ? new Date(latest).toISOString() : undefined,
    sources,
  };
}

/** A provider's published reviews in sums. */
export async function getReviewSummary(ctx: Ctx, input: ProviderParams): Promise<ProviderReviewSummary> {
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  const [summary, sentiment] = await Promise.all([readSummary(ctx, ref.id), readSentiment(ctx, ref.id)]);
  return { data: { provider: ref, generatedAt: ctx.now.toISOString(), summary, sentiment }, meta: { lookup } };
}
