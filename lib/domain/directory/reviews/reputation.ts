import type { ReputationReadiness } from "@/lib/domain/directory/reviews/schemas";

type Figures = Pick<ReputationReadiness, "reviewSummary" | "campaignSummary"> & {
  /** Request campaigns that ask for consent first. */
  consentGated: number;
};
type Verdict = Pick<ReputationReadiness, "status" | "blockers" | "nextActions">;

const KEEP_GOING = "Reputation work is on track: keep asking for reviews and answer the new ones.";

/** What stands in the way of a provider's reputation, and so how ready it is (contract 5.4). */
export function judgeReputation({ reviewSummary, campaignSummary, consentGated }: Figures): Verdict {
  const { publishedReviews, blockedByPolicy, sentiment } = reviewSummary;
  const { blockedCampaigns, queuedRequests, blockedRequests } = campaignSummary;
  const isBlocked = blockedByPolicy + blockedCampaigns + blockedRequests > 0;
  const scored = sentiment.positive + sentiment.neutral + sentiment.negative;
  const blockers = [
    consentGated === 0 && "Create a review request campaign that asks for consent first.",
    isBlocked && "Resolve the reviews, request campaigns or requests that the content policy blocked.",
    queuedRequests > 0 && publishedReviews === 0 && "Review requests are queued, but no review is published yet.",
    publishedReviews > 0 && scored === 0 && "Score the sentiment of the published reviews.",
  ].filter((blocker) => blocker !== false);
  return {
    status: isBlocked ? "blocked" : blockers.length > 0 ? "action_required" : "ready",
    blockers,
    nextActions: blockers.length > 0 ? blockers : [KEEP_GOING],
  };
}
