import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claims } from "@/db/schema/directory-claims";
import { communityEvents } from "@/db/schema/directory-events";
import { providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import { makeClaim } from "@/db/testing/directory-factories";
import type { Call } from "@/lib/testing/call";
import { callAs, postAs } from "@/lib/testing/directory";

/** Public rows of a seeded directory that calls are about. */
export type DirectoryWorld = { db: Db; providerId: string; providerSlug: string; eventId: string };

/** The visible provider with most reviews, and an event of some visible one. */
export async function readDirectoryWorld(db: Db): Promise<DirectoryWorld> {
  const [provider] = await db
    .select({ id: providers.id, slug: providers.slug })
    .from(providers)
    .innerJoin(reviews, eq(reviews.providerId, providers.id))
    .where(eq(providers.status, "growth_partner"))
    .groupBy(providers.id)
    .orderBy(desc(sql`count(*)`))
    .limit(1);
  const [event] = await db
    .select({ id: communityEvents.id })
    .from(communityEvents)
    .where(and(eq(communityEvents.status, "published")))
    .limit(1);
  return { db, providerId: provider!.id, providerSlug: provider!.slug, eventId: event!.id };
}

type Way = (world: DirectoryWorld, secret: string) => Call | Promise<Call>;

const P = "/api/v1/partner";
const get =
  (path: (world: DirectoryWorld) => string): Way =>
  (world, secret) =>
    callAs(secret, P + path(world));
const list = (path: string): Way => get(() => path);
const ofProvider = (tail: string): Way => get(({ providerId }) => `/providers/${providerId}${tail}`);

async function openClaim({ db, providerId }: DirectoryWorld) {
  const { claim } = await makeClaim(db, { providerId });
  return { id: claim.id, claimantEmail: claim.claimantEmail };
}

/** By the endpoint's id: a call that succeeds once with a key that holds the scope. */
export const DIRECTORY_CALLS: Record<string, Way> = {
  listProviders: list("/providers"),
  getProvider: ofProvider(""),
  getProviderVisibility: ofProvider("/visibility"),
  getReputationReadiness: ofProvider("/reputation-readiness"),
  getReviewSummary: ofProvider("/review-summary"),
  getEventSummary: ofProvider("/event-summary"),
  getCommunitySummary: ofProvider("/community-summary"),
  getAdSummary: ofProvider("/ad-summary"),
  getCampaignSummary: ofProvider("/campaign-summary"),
  getNewsletterSummary: ofProvider("/newsletter-summary"),
  listEvents: list("/events"),
  getEventAnalytics: get(({ eventId }) => `/events/${eventId}/analytics`),
  listReviews: list("/reviews"),
  listCommunityPosts: list("/community/posts"),
  listArticles: list("/newsroom/articles"),
  listNewsletters: list("/newsroom/newsletters"),
  getNewsroomPerformance: list("/newsroom/performance"),
  getNewsroomReadiness: list("/newsroom/readiness"),
  listSources: list("/newsroom/sources"),
  listAdPlacements: list("/ads/placements?includeCreatives=1&activeOnly=false"),
  getAggregationReadiness: list("/aggregation/readiness"),
  listMarketingCampaigns: list("/campaigns?includeMetrics=1"),
  submitProviderClaim: ({ providerId }, secret) =>
    postAs(secret, `${P}/claims`, { providerId, claimantName: "Ada Claimant", claimantEmail: "ada@example.org" }),
  getProviderClaim: async (world, secret) => {
    const { id, claimantEmail } = await openClaim(world);
    return callAs(secret, `${P}/claims/${id}?claimantEmail=${encodeURIComponent(claimantEmail)}`);
  },
  submitClaimEvidence: async (world, secret) => {
    const { id, claimantEmail } = await openClaim(world);
    const body = { claimantEmail, evidence: { attestationAccepted: true } };
    return postAs(secret, `${P}/claims/${id}/verification-evidence`, body);
  },
  getDirectoryUsage: list("/usage"),
  verifyWebhookSignature: (_, secret) =>
    postAs(secret, `${P}/webhooks/verify`, {
      subscriptionId: "webhook-subscription-x",
      signature: "t=1,v1=0",
      payload: "{}",
    }),
};

/** A seeded claim's id, for what must not be reachable by it. */
export async function findSeededClaim(db: Db): Promise<string> {
  const [claim] = await db.select({ id: claims.id }).from(claims).limit(1);
  return claim!.id;
}
