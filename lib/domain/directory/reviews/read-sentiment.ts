import { and, eq, sql } from "drizzle-orm";
import { reviewSentiments, reviews } from "@/db/schema/directory-reviews";
import type { Ctx } from "@/lib/domain/context";
import type { SentimentTotals } from "@/lib/domain/directory/reviews/schemas";
import { visibleReview } from "@/lib/domain/directory/reviews/visibility";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

const scoredAs = (sentiment: string) =>
  sql<number>`count(*) filter (where ${reviewSentiments.sentiment} = ${sentiment})::int`;

/** How the provider's published reviews sound. */
export async function readSentiment(ctx: Ctx, providerId: string): Promise<SentimentTotals> {
  const [totals] = await ctx.db
    .select({
      positive: scoredAs("positive"),
      neutral: scoredAs("neutral"),
      negative: scoredAs("negative"),
      averageScore: sql<number | null>`round(avg(${reviewSentiments.score})::numeric, 2)::float8`,
    })
    .from(reviewSentiments)
    .innerJoin(reviews, eq(reviews.id, reviewSentiments.reviewId))
    .where(and(eq(reviewSentiments.providerId, providerId), visibleReview()));
  return omitNulls(totals!);
}
