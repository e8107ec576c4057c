import { eq, sql } from "drizzle-orm";
import { reviewRequestCampaigns, reviewRequests, reviews } from "@/db/schema/directory-reviews";
import type { Ctx } from "@/lib/domain/context";
import { mean } from "@/lib/domain/directory/figures/ratio";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { readSentiment } from "@/lib/domain/directory/reviews/read-sentiment";
import { judgeReputation } from "@/lib/domain/directory/reviews/reputation";
import type { ProviderReputationReadiness } from "@/lib/domain/directory/reviews/schemas";

const countOf = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;

async function readReviews(ctx: Ctx, providerId: string) {
  const published = sql`${reviews.status} = 'published'`;
  const [counted] = await ctx.db
    .select({
      publishedReviews: countOf(published),
      stars: sql<number>`coalesce(sum(${reviews.rating}) filter (where ${published}), 0)::float8`,
      pendingModeration: countOf(sql`${reviews.status} = 'pending_moderation'`),
      blockedByPolicy: countOf(sql`${reviews.status} = 'blocked_by_policy'`),
    })
    .from(reviews)
    .where(eq(reviews.providerId, providerId));
  const { stars, ...counts } = counted!;
  return { ...counts, averageRating: mean(stars, counts.publishedReviews, 1) };
}

async function readCampaigns(ctx: Ctx, providerId: string) {
  const [counted] = await ctx.db
    .select({
      campaigns: sql<number>`count(*)::int`,
      queuedCampaigns: countOf(sql`${reviewRequestCampaigns.status} = 'queued'`),
      blockedCampaigns: countOf(sql`${reviewRequestCampaigns.status} = 'blocked_by_policy'`),
      consentGated: countOf(sql`${reviewRequestCampaigns.requiresConsent}`),
    })
    .from(reviewRequestCampaigns)
    .where(eq(reviewRequestCampaigns.providerId, providerId));
  return counted!;
}

async function readRequests(ctx: Ctx, providerId: string) {
  const [counted] = await ctx.db
    .select({
      queuedRequests: countOf(sql`${reviewRequests.status} = 'queued'`),
      blockedRequests: countOf(sql`${reviewRequests.status} = 'blocked_by_policy'`),
    })
    .from(reviewRequests)
    .where(eq(reviewRequests.providerId, providerId));
  return counted!;
}

/** How ready a provider's reputation is, in counts. */
export async function getReputationReadiness(ctx: Ctx, input: ProviderParams): Promise<ProviderReputationReadiness> {
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  const [reviewCounts, sentiment, { consentGated, ...campaigns }, requests] = await Promise.all([
    readReviews(ctx, ref.id),
    readSentiment(ctx, ref.id),
    readCampaigns(ctx, ref.id),
    readRequests(ctx, ref.id),
  ]);
  const reviewSummary = { ...reviewCounts, sentiment };
  const campaignSummary = { ...campaigns, ...requests };
  const { status, blockers, nextActions } = judgeReputation({ reviewSummary, campaignSummary, consentGated });
  const generatedAt = ctx.now.toISOString();
  return {
    data: { provider: ref, generatedAt, status, reviewSummary, campaignSummary, blockers, nextActions },
    meta: { lookup },
  };
}
