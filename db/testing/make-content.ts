import type { Db } from "@/db/client";
import { adCampaigns, adClicks, adCreatives, adImpressions, adPlacements } from "@/db/schema/directory-ads";
import { communityPosts } from "@/db/schema/directory-community";
import { campaignAssets, campaignMetrics, marketingCampaigns } from "@/db/schema/directory-marketing";
import {
  articles,
  contentMetrics,
  contentSources,
  newsletterDeliveryAttempts,
  newsletterEditions,
} from "@/db/schema/directory-newsroom";
import { reviewRequestCampaigns, reviewRequests, reviewSentiments, reviews } from "@/db/schema/directory-reviews";
import { newObjectId } from "@/lib/platform/ids";

/** Content of the directory as partners may see them, unless said otherwise; every field that they may not see says PRIVATE. */

const AT = new Date("2026-05-01T12:00:00.000Z");
const PRIVATE = "PRIVATE";
const SECRET = { PRIVATE, email: "PRIVATE@example.org" };

const newId = (kind: string) => `${kind}-${newObjectId()}`;
const times = { createdAt: AT, updatedAt: AT };

type Values<T extends { $inferInsert: unknown }> = Partial<T["$inferInsert"]>;

export async function makeReview(db: Db, values: Values<typeof reviews> & { providerId: string }) {
  const row = {
    ...{ id: newId("review"), reviewerName: "Jo M.", reviewerEmail: SECRET.email, rating: 5, title: "Kind people" },
    ...{ body: "They listened.", status: "published" as const, verificationPayload: SECRET, ...times, ...values },
  };
  await db.insert(reviews).values(row);
  return row;
}

export async function makeSentiment(
  db: Db,
  values: Values<typeof reviewSentiments> & { reviewId: string; providerId: string },
) {
  await db
    .insert(reviewSentiments)
    .values({ id: newId("sentiment"), sentiment: "positive", score: 0.9, summary: PRIVATE, createdAt: AT, ...values });
}

export async function makeRequestCampaign(
  db: Db,
  values: Values<typeof reviewRequestCampaigns> & { providerId: string },
) {
  const row = {
    ...{ id: newId("request-campaign"), name: PRIVATE, channel: "email", status: "sent" as const },
    ...{ recipients: [SECRET], ...times, ...values },
  };
  await db.insert(reviewRequestCampaigns).values(row);
  return row;
}

export async function makeRequest(
  db: Db,
  values: Values<typeof reviewRequests> & { providerId: string; campaignId: string },
) {
  await db.insert(reviewRequests).values({
    ...{ id: newId("review-request"), status: "sent", recipient: SECRET.email, consent: SECRET },
    ...{ deliveryPayload: SECRET, ...times, ...values },
  });
}

export async function makePost(db: Db, values: Values<typeof communityPosts> = {}) {
  const row = {
    ...{ id: newId("post"), authorName: "Sam", authorEmail: SECRET.email, memberKey: PRIVATE },
    ...{ postType: "question" as const, status: "published" as const, title: "Who knows a good place?" },
    ...{ body: "We look for two.", city: "Denver", state: "CO", ...times, ...values },
  };
  await db.insert(communityPosts).values(row);
  return row;
}

export async function makePlacement(db: Db, values: Values<typeof adPlacements> = {}) {
  const id = values.id ?? newId("placement");
  const row = { id, placementKey: `key.${id}`, name: "A placement", surface: "web" as const, ...times, ...values };
  await db.insert(adPlacements).values(row);
  return row;
}

export async function makeAdCampaign(db: Db, values: Values<typeof adCampaigns> & { providerId: string }) {
  const row = {
    ...{ id: newId("ad-campaign"), name: PRIVATE, status: "active" as const, targetingRules: SECRET },
    ...{ budgetCents: 987_654_321, ...times, ...values },
  };
  await db.insert(adCampaigns).values(row);
  return row;
}

export async function makeCreative(
  db: Db,
  values: Values<typeof adCreatives> & { placementId: string; campaignId: string },
) {
  const row = {
    ...{ id: newId("creative"), headline: "Come and see us", destinationUrl: "https://offers.example/1" },
    ...{ payload: { callToAction: "Plan a visit", budgetCents: 5, targetingRules: SECRET, internalId: PRIVATE } },
    ...{ ...times, ...values },
  };
  await db.insert(adCreatives).values(row);
  return row;
}

type Traffic = { placementKey: string; creativeId: string; at: Date; visitorKey?: string; sessionKey?: string };

/** So many impressions at a moment. */
export async function makeImpressions(db: Db, count: number, { at, ...values }: Traffic) {
  const row = () => ({
    ...{ id: newId("impression"), requestId: PRIVATE, userContext: SECRET, createdAt: at, ...values },
  });
  await db.insert(adImpressions).values(Array.from({ length: count }, row));
}

/** So many clicks at a moment. */
export async function makeClicks(db: Db, count: number, { at, placementKey, creativeId }: Traffic) {
  const row = () => ({
    ...{ id: newId("click"), requestId: PRIVATE, destinationUrl: `https://${PRIVATE}.example`, userContext: SECRET },
    ...{ createdAt: at, placementKey, creativeId },
  });
  await db.insert(adClicks).values(Array.from({ length: count }, row));
}

export async function makeMarketingCampaign(db: Db, values: Values<typeof marketingCampaigns> = {}) {
  const row = {
    ...{
      id: newId("campaign"),
      campaignType: "local_seo" as const,
      status: "published" as const,
      name: "Spring tours",
    },
    ...{ audience: { region: "Front Range", contacts: [SECRET] }, channels: ["email"], ...times, ...values },
  };
  await db.insert(marketingCampaigns).values(row);
  return row;
}

export async function makeAsset(db: Db, values: Values<typeof campaignAssets> & { campaignId: string }) {
  await db.insert(campaignAssets).values({
    ...{ id: newId("asset"), assetType: "post", status: "approved", title: PRIVATE, body: PRIVATE, payload: SECRET },
    ...{ ...times, ...values },
  });
}

type CampaignMetric = Pick<typeof campaignMetrics.$inferInsert, "campaignId" | "metricKey" | "metricValue">;

export async function makeCampaignMetric(db: Db, values: CampaignMetric) {
  await db
    .insert(campaignMetrics)
    .values({ id: newId("metric"), payload: SECRET, recordedAt: AT, createdAt: AT, ...values });
}

export async function makeSource(db: Db, values: Values<typeof contentSources> = {}) {
  const row = {
    ...{ id: newId("source"), name: "Health Wire", sourceType: "rss" as const, reviewStatus: "approved" as const },
    ...{ ...times, ...values },
  };
  await db.insert(contentSources).values(row);
  return row;
}

export async function makeArticle(db: Db, values: Values<typeof articles> = {}) {
  const id = values.id ?? newId("article");
  const row = {
    ...{
      id,
      byline: "The newsroom",
      title: "A title",
      slug: `slug-of-${id}`,
      body: "Words.",
      status: "published" as const,
    },
    ...{ approvalPayload: SECRET, publishedAt: AT, ...times, ...values },
  };
  await db.insert(articles).values(row);
  return row;
}

export async function makeEdition(db: Db, values: Values<typeof newsletterEditions> = {}) {
  const row = {
    ...{ id: newId("edition"), subject: "This week", status: "sent" as const, audience: ["providers"], sentAt: AT },
    ...{ metadata: SECRET, ...times, ...values },
  };
  await db.insert(newsletterEditions).values(row);
  return row;
}

export async function makeDeliveryAttempt(
  db: Db,
  values: Values<typeof newsletterDeliveryAttempts> & { editionId: string },
) {
  await db.insert(newsletterDeliveryAttempts).values({
    ...{ id: newId("PRIVATE-attempt"), status: "sent", deliveryProvider: "mailjet", deliveryMode: "live" },
    ...{ recipientSegments: [SECRET], payloadPreview: SECRET, providerMessageId: PRIVATE, createdAt: AT, ...values },
  });
}

type ContentMetric = Values<typeof contentMetrics> &
  Pick<typeof contentMetrics.$inferInsert, "subjectType" | "subjectId" | "metricKey" | "metricValue">;

export async function makeContentMetric(db: Db, values: ContentMetric) {
  await db.insert(contentMetrics).values({ id: newId("metric"), payload: SECRET, createdAt: AT, ...values });
}
