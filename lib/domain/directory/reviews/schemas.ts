import { z } from "zod";
import { Count, NextActions, ReadinessStatus } from "@/lib/domain/directory/figures/schemas";
import { filterText, ListMeta, LookupMeta, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { ProviderRef } from "@/lib/domain/directory/providers/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** A published review. Of its author only the display name is known here. */
export const Review = z
  .object({
    id: z.string(),
    providerId: z.string(),
    providerSlug: z.string().optional(),
    providerName: z.string().optional(),
    reviewerName: z.string(),
    rating: z.int().min(1).max(5),
    title: z.string().optional(),
    body: z.string().optional(),
    status: z.literal("published"),
    source: z.string(),
    createdAt: IsoTime,
  })
  .meta({ id: "DirectoryReview" });
export type Review = z.output<typeof Review>;

export const ListReviewsQuery = PageQuery.extend({
  providerId: filterText.meta({ description: "Id or slug of a provider." }),
});
export type ListReviewsQuery = z.output<typeof ListReviewsQuery>;

export const ReviewList = pagedOf(
  Review,
  ListMeta.extend({ filters: z.object({ providerId: z.string().optional() }) }),
);
export type ReviewList = z.output<typeof ReviewList>;

/** How the published reviews that were scored sound. */
export const SentimentTotals = z.object({
  positive: Count,
  neutral: Count,
  negative: Count,
  averageScore: z.number().optional(),
});
export type SentimentTotals = z.output<typeof SentimentTotals>;

export const ReputationReadiness = z
  .object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    status: ReadinessStatus,
    reviewSummary: z.object({
      publishedReviews: Count,
      averageRating: z.number().optional().meta({ description: "To one decimal; absent without a published review." }),
      pendingModeration: Count,
      blockedByPolicy: Count,
      sentiment: SentimentTotals,
    }),
    campaignSummary: z.object({
      campaigns: Count,
      queuedCampaigns: Count,
      blockedCampaigns: Count,
      queuedRequests: Count,
      blockedRequests: Count,
    }),
    blockers: z.array(z.string()),
    nextActions: NextActions,
  })
  .meta({ id: "ReputationReadiness" });
export type ReputationReadiness = z.output<typeof ReputationReadiness>;

export const ProviderReputationReadiness = z.object({ data: ReputationReadiness, meta: LookupMeta });
export type ProviderReputationReadiness = z.output<typeof ProviderReputationReadiness>;

/** The stars a review can give, most first. */
export const RATINGS = [5, 4, 3, 2, 1] as const;

export const ReviewSummary = z
  .object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    summary: z.object({
      publishedReviews: Count,
      averageRating: z.number().optional().meta({ description: "To two decimals; absent without a published review." }),
      ratingDistribution: z
        .array(z.object({ rating: z.literal(RATINGS), count: Count }))
        .length(RATINGS.length)
        .meta({ description: "One row for each rating, 5 first." }),
      latestPublishedAt: IsoTime.optional(),
      sources: z.array(z.object({ source: z.string(), count: Count })),
    }),
    sentiment: SentimentTotals,
  })
  .meta({ id: "ReviewSummary" });
export type ReviewSummary = z.output<typeof ReviewSummary>;

export const ProviderReviewSummary = z.object({ data: ReviewSummary, meta: LookupMeta });
export type ProviderReviewSummary = z.output<typeof ProviderReviewSummary>;
