import { expect, test } from "vitest";
import { judgeReputation } from "@/lib/domain/directory/reviews/reputation";

type Figures = Parameters<typeof judgeReputation>[0];

/** A provider that has done all there is to do, but for what is changed. */
function judge(
  reviews: Partial<Figures["reviewSummary"]> = {},
  campaigns: Partial<Figures["campaignSummary"]> = {},
  consentGated = 1,
): ReturnType<typeof judgeReputation> {
  return judgeReputation({
    reviewSummary: {
      publishedReviews: 3,
      averageRating: 4.7,
      pendingModeration: 0,
      blockedByPolicy: 0,
      sentiment: { positive: 2, neutral: 1, negative: 0 },
      ...reviews,
    },
    campaignSummary: {
      campaigns: 1,
      queuedCampaigns: 0,
      blockedCampaigns: 0,
      queuedRequests: 0,
      blockedRequests: 0,
      ...campaigns,
    },
    consentGated,
  });
}

const NO_SENTIMENT = { positive: 0, neutral: 0, negative: 0 };

test("a provider with campaign, reviews and sentiment is ready and told to keep going", () => {
  const verdict = judge();
  expect(verdict).toMatchObject({ status: "ready", blockers: [] });
  expect(verdict.nextActions).toHaveLength(1);
});

test("each missing step is a blocker and the next action", () => {
  for (const verdict of [
    judge({}, {}, 0),
    judge({ publishedReviews: 0, sentiment: NO_SENTIMENT }, { queuedRequests: 2 }),
    judge({ sentiment: NO_SENTIMENT }),
  ]) {
    expect(verdict.status).toBe("action_required");
    expect(verdict.blockers).toHaveLength(1);
    expect(verdict.nextActions).toEqual(verdict.blockers);
  }
});

test("what policy blocked anywhere blocks the whole", () => {
  expect(judge({ blockedByPolicy: 1 }).status).toBe("blocked");
  expect(judge({}, { blockedCampaigns: 1 }).status).toBe("blocked");
  expect(judge({}, { blockedRequests: 1 }).status).toBe("blocked");
  expect(judge({}, { blockedRequests: 1 }, 0).blockers).toHaveLength(2);
});

test("queued requests are no blocker once a review is published, nor is a missing score before that", () => {
  expect(judge({}, { queuedRequests: 5 }).status).toBe("ready");
  expect(judge({ publishedReviews: 0, sentiment: NO_SENTIMENT }).status).toBe("ready");
});
