import { z } from "zod";
import { Count, NextActions, ReadinessStatus } from "@/lib/domain/directory/figures/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** How far the newsroom is, in counts alone. */
export const NewsroomReadiness = z
  .object({
    generatedAt: IsoTime,
    status: ReadinessStatus,
    sourceRegistrySummary: z.object({
      total: Count,
      approved: Count,
      pending: Count,
      needsLegalReview: Count,
      blocked: Count,
      rss: Count,
    }),
    sourceSummary: z
      .object({ total: Count, newItems: Count, triagedItems: Count, blockedByPolicy: Count })
      .meta({ description: "News items." }),
    articleSummary: z.object({
      total: Count,
      published: Count,
      approved: Count,
      pendingReview: Count,
      blockedByPolicy: Count,
    }),
    derivativeSummary: z.object({
      total: Count,
      socialPosts: Count,
      newsletterBlurbs: Count,
      podcastBriefs: Count,
      appFeedPosts: Count,
    }),
    blockers: z.array(z.string()),
    nextActions: NextActions,
  })
  .meta({ id: "NewsroomReadiness" });
export type NewsroomReadiness = z.output<typeof NewsroomReadiness>;

export const NewsroomReadinessAnswer = z.object({ data: NewsroomReadiness, meta: z.object({}) });
export type NewsroomReadinessAnswer = z.output<typeof NewsroomReadinessAnswer>;
