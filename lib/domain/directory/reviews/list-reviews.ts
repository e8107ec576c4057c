import { and, eq, sql } from "drizzle-orm";
import { providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import { reviewCounts } from "@/db/schema/directory-tallies";
import type { Ctx } from "@/lib/domain/context";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { fromNearerEnd } from "@/lib/domain/directory/paging/nearer-end";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { findFilteredProvider, ofProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import type { ListReviewsQuery, Review, ReviewList } from "@/lib/domain/directory/reviews/schemas";
import { visibleReview } from "@/lib/domain/directory/reviews/visibility";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

/** How many reviews match; without a provider the tally knows. */
async function countReviews(ctx: Ctx, providerId: string | null | undefined): Promise<number> {
  const own = ofProvider(reviews.providerId, providerId);
  if (own) return countMatching(ctx, reviews, and(visibleReview(), own));
  const [counted] = await ctx.db
    .select({ total: sql`coalesce(sum(${reviewCounts.published}), 0)`.mapWith(Number) })
    .from(reviewCounts);
  return counted!.total;
}

// The order that the indexes of visible reviews have, and the same from behind.
const newestFirst = sql`${reviews.createdAt} desc nulls last, ${reviews.id}`;
const oldestFirst = sql`${reviews.createdAt} asc nulls first, ${reviews.id} desc`;

/** Published reviews, newest first. A provider's name and slug are shown where partners see the provider. */
export async function listReviews(ctx: Ctx, input: ListReviewsQuery): Promise<ReviewList> {
  const providerId = await findFilteredProvider(ctx, input.providerId);
  const filters = { providerId: providerId ?? input.providerId };
  const pagination = paginate(await countReviews(ctx, providerId), input);
  const { isReversed, offset, limit } = fromNearerEnd(pagination);
  const page = ctx.db
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(visibleReview(), ofProvider(reviews.providerId, providerId)))
    .orderBy(isReversed ? oldestFirst : newestFirst)
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await ctx.db
    .select({
      id: reviews.id,
      providerId: reviews.providerId,
      providerSlug: providers.slug,
      providerName: providers.name,
      reviewerName: reviews.reviewerName,
      rating: reviews.rating,
      title: reviews.title,
      body: reviews.body,
      source: reviews.source,
      createdAt: reviews.createdAt,
    })
    .from(page)
    .innerJoin(reviews, eq(reviews.id, page.id))
    .leftJoin(providers, and(eq(providers.id, reviews.providerId), visibleProvider()))
    .orderBy(newestFirst);
  return { data: rows.map(presentReview), meta: { ...listMeta(pagination), filters } };
}

type ReviewRow = Pick<
  typeof reviews.$inferSelect,
  "id" | "providerId" | "reviewerName" | "rating" | "title" | "body" | "source" | "createdAt"
> & { providerSlug: string | null; providerName: string | null };

function presentReview({ createdAt, ...row }: ReviewRow): Review {
  return { ...omitNulls(row), status: "published", createdAt: createdAt.toISOString() };
}
