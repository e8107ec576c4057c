import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import { reviewCounts } from "@/db/schema/directory-tallies";
import type { Ctx } from "@/lib/domain/context";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import type { Pagination } from "@/lib/domain/directory/paging/schemas";
import { findFilteredProvider, ofProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import type { ListReviewsQuery, Review, ReviewList } from "@/lib/domain/directory/reviews/schemas";
import { visibleReview } from "@/lib/domain/directory/reviews/visibility";
import { findWindow, type Stretch } from "@/lib/domain/shared/find-window";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";
import { nextDay } from "@/lib/domain/shared/period";

/** How many reviews were published on each UTC day. */
async function listDays(ctx: Ctx): Promise<Stretch[]> {
  const days = await ctx.db
    .select({ day: reviewCounts.day, count: sql`sum(${reviewCounts.published})`.mapWith(Number) })
    .from(reviewCounts)
    .groupBy(reviewCounts.day)
    .having(sql`sum(${reviewCounts.published}) > 0`);
  return days.map(({ day, count }) => {
    const from = new Date(`${day}T00:00:00.000Z`);
    return { from, to: nextDay(from), count };
  });
}

/** How many reviews are published. */
export async function countPublishedReviews(ctx: Ctx): Promise<number> {
  const [sum] = await ctx.db
    .select({ published: sql`coalesce(sum(${reviewCounts.published}), 0)`.mapWith(Number) })
    .from(reviewCounts);
  return sum!.published;
}

type Place = { pagination: Pagination; offset: number; within?: SQL | undefined };

/**
 * Where the page lies. Of one provider's reviews the index knows at once; of all of them the days do, so that no page is
 * reached by passing over more than one day.
 */
async function findPlace(ctx: Ctx, input: ListReviewsQuery, own: SQL | undefined): Promise<Place> {
  if (own) {
    const pagination = paginate(await countMatching(ctx, reviews, and(visibleReview(), own)), input);
    return { pagination, offset: pagination.offset };
  }
  const days = await listDays(ctx);
  const pagination = paginate(
    days.reduce((total, { count }) => total + count, 0),
    input,
  );
  const { page, pageSize: limit } = pagination;
  const window = findWindow(days, { page, limit, sort: "-createdAt" });
  if (!window) return { pagination, offset: pagination.offset };
  const within = and(gte(reviews.createdAt, window.from), lt(reviews.createdAt, window.to));
  return { pagination, offset: window.offset, within };
}

// The order that the indexes of visible reviews have.
const newestFirst = sql`${reviews.createdAt} desc nulls last, ${reviews.id}`;

/** Published reviews, newest first. A provider's name and slug are shown where partners see the provider. */
export async function listReviews(ctx: Ctx, input: ListReviewsQuery): Promise<ReviewList> {
  const providerId = await findFilteredProvider(ctx, input.providerId);
  const own = ofProvider(reviews.providerId, providerId);
  const { pagination, offset, within } = await findPlace(ctx, input, own);
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
    .from(reviews)
    .leftJoin(providers, and(eq(providers.id, reviews.providerId), visibleProvider()))
    .where(and(visibleReview(), own, within))
    .orderBy(newestFirst)
    .limit(pagination.pageSize)
    .offset(offset);
  const filters = { providerId: providerId ?? input.providerId };
  return { data: rows.map(presentReview), meta: { ...listMeta(pagination), filters } };
}

type ReviewRow = Pick<
  typeof reviews.$inferSelect,
  "id" | "providerId" | "reviewerName" | "rating" | "title" | "body" | "source" | "createdAt"
> & { providerSlug: string | null; providerName: string | null };

function presentReview({ createdAt, ...row }: ReviewRow): Review {
  return { ...omitNulls(row), status: "published", createdAt: createdAt.toISOString() };
}
