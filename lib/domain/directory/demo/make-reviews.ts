import {
  moderationCases,
  reviewRequestCampaigns,
  reviewRequests,
  reviewResponses,
  reviewSentiments,
  reviews,
} from "@/db/schema/directory-reviews";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { planted, plantedEmail, plantedPayload } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";
import {
  MODERATION_CASE_STATUSES,
  REQUEST_CAMPAIGN_STATUSES,
  REQUEST_STATUSES,
  RESPONSE_STATUSES,
  REVIEW_STATUSES,
} from "@/lib/domain/directory/reviews/statuses";

const DISPLAY_NAMES = [
  "Ann K.",
  "A daughter",
  "Ben T.",
  "Carla",
  "D. Moreno",
  "Family of a resident",
  "Grace L.",
  "Howard",
];
const TEXTS = [
  { title: "Kind people", body: "Everybody knew my mother's name after a week." },
  { title: "Good food", body: "Meals are warm, on time, and better than mine." },
  { title: "Waiting for an answer", body: "It took four calls until somebody could tell us the price." },
  { title: "A calm place", body: "The garden alone is worth the visit." },
  { title: "Mixed feelings", body: "Nurses are wonderful; the building shows its age." },
];
const SOURCES = ["first_party", "first_party", "first_party", "google", "partner_import"];

/** Positive from 0.75 on, negative up to 0.45. */
function sentimentOf(score: number): "positive" | "neutral" | "negative" {
  if (score >= 0.75) return "positive";
  return score <= 0.45 ? "negative" : "neutral";
}

function makeReviewRows(world: World, providers: readonly MadeProvider[]) {
  return world.times(world.scaled(2_800, 30), (n) => {
    const text = world.pick("review", TEXTS);
    const createdAt = world.daysAgo(world.random("review") * 300 + 1);
    return {
      id: world.id("review"),
      // A few providers have most of the reviews, and some none at all.
      providerId: providers[Math.floor(world.random("review") ** 1.6 * providers.length * 0.95)]!.id,
      reviewerName: world.pick("review", DISPLAY_NAMES),
      reviewerEmail: plantedEmail("review", "reviewerEmail", n),
      rating: world.pick("review", [1, 2, 3, 4, 4, 5, 5, 5]),
      title: n % 8 === 7 ? null : text.title,
      body: n % 9 === 8 ? null : text.body,
      source: world.pick("review", SOURCES),
      status: world.mostly(REVIEW_STATUSES, "published", 0.75),
      verificationPayload: plantedPayload("review", "verificationPayload", n),
      createdAt,
      updatedAt: createdAt,
    };
  });
}

/** Reviews of every status, how they sound, answers to them, and rounds of asking for more. */
export async function makeReviews(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const rows = makeReviewRows(world, providers);
  await world.insert(reviews, rows);
  await world.insert(
    reviewSentiments,
    rows
      .filter((_, n) => n % 5 !== 4)
      .map((review) => {
        const score = Math.min(1, Math.max(0, review.rating / 5 - 0.1 + world.random("sentiment") / 5));
        return {
          id: world.id("review-sentiment"),
          reviewId: review.id,
          providerId: review.providerId,
          sentiment: sentimentOf(score),
          score,
          themes: [world.pick("sentiment", ["staff", "food", "price", "building"])],
          summary: "Scored by the reader of reviews.",
          createdAt: review.createdAt,
        };
      }),
  );
  await world.insert(
    reviewResponses,
    rows
      .filter((_, n) => n % 12 === 0)
      .map((review, n) => {
        const status = world.mostly(RESPONSE_STATUSES, "published");
        return {
          id: world.id("review-response"),
          reviewId: review.id,
          providerId: review.providerId,
          body: planted("review-response", "body", n),
          status,
          generatedByAi: n % 2 === 0,
          publishedAt: status === "published" ? review.createdAt : null,
          createdAt: review.createdAt,
          updatedAt: review.createdAt,
        };
      }),
  );
  await world.insert(
    moderationCases,
    rows
      .filter(({ status }) => status !== "published")
      .map((review, n) => ({
        id: world.id("moderation-case"),
        reviewId: review.id,
        status: world.mostly(MODERATION_CASE_STATUSES, "resolved"),
        reason: planted("moderation-case", "reason", n),
        notes: planted("moderation-case", "notes", n),
        actor: planted("moderation-case", "actor", n),
        createdAt: review.createdAt,
        updatedAt: review.createdAt,
      })),
  );
  await makeRequests(world, providers);
}

async function makeRequests(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const rounds = providers
    .filter((_, n) => n % 3 === 0)
    .map((provider, n) => ({
      id: world.id("review-request-campaign"),
      providerId: provider.id,
      name: planted("review-request-campaign", "name", n),
      channel: n % 2 === 0 ? "email" : "sms",
      status: world.mostly(REQUEST_CAMPAIGN_STATUSES, "sent", 0.85),
      requiresConsent: true,
      recipients: [plantedPayload("review-request-campaign", "recipients", n)],
      createdAt: world.daysAgo(world.between("request", 3, 90)),
      updatedAt: world.daysAgo(2),
    }));
  await world.insert(reviewRequestCampaigns, rounds);
  let asked = 0;
  await world.insert(
    reviewRequests,
    rounds.flatMap((round) =>
      world.times(world.between("request", 2, 6), () => {
        const n = asked++;
        return {
          id: world.id("review-request"),
          campaignId: round.id,
          providerId: round.providerId,
          status: world.mostly(REQUEST_STATUSES, "sent", 0.95),
          recipient: plantedEmail("review-request", "recipient", n),
          consent: plantedPayload("review-request", "consent", n),
          deliveryPayload: plantedPayload("review-request", "deliveryPayload", n),
          createdAt: round.createdAt,
          updatedAt: round.createdAt,
        };
      }),
    ),
  );
}
