import { database } from "@/db/client";
import {
  makeArticle,
  makeCommunityEvent,
  makeContentSource,
  makeCreative,
  makeMarketingCampaign,
  makeNewsletter,
  makePost,
  makeProvider,
  makeReview,
} from "@/db/testing/directory-factories";
import { makePlacement } from "@/db/testing/make-content";
import { newObjectId } from "@/lib/platform/ids";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { REASON } from "@/lib/testing/admin-calls/words";
import { jsonCall } from "@/lib/testing/sign";

const BASE = "/api/v1/admin/directory";

const list = (kind: string) => () => ({ target: `${BASE}/${kind}` });
const read = (kind: string, make: () => Promise<{ id: string }>) => async () => ({
  target: `${BASE}/${kind}/${(await make()).id}`,
});
const patch = (path: string, body: object) => jsonCall("PATCH", `${BASE}/${path}`, { ...body, reason: REASON });
const post = (path: string, body: object) => jsonCall("POST", `${BASE}/${path}`, { ...body, reason: REASON });

async function review() {
  return makeReview(database().db, { providerId: (await makeProvider(database().db)).id });
}

const placement = () => makePlacement(database().db);

async function adBody() {
  const { creative, placementKey } = await makeCreative(database().db);
  return { placementKey, adCreativeId: creative.id };
}

export const directoryContentCalls: AdminCalls = {
  listProviderRecords: list("providers"),
  getProviderRecord: read("providers", () => makeProvider(database().db)),
  createProviderRecord: () => post("providers", { name: "Birch House", city: "Denver", state: "CO" }),
  changeProviderRecord: async () => patch(`providers/${(await makeProvider(database().db)).id}`, { phone: "303" }),
  createProviderContact: async () =>
    post(`providers/${(await makeProvider(database().db)).id}/contacts`, { requesterName: "Ada" }),
  listReviewRecords: list("reviews"),
  getReviewRecord: read("reviews", review),
  createReviewRecord: async () =>
    post("reviews", { providerId: (await makeProvider(database().db)).id, reviewerName: "Ruth R.", rating: 4 }),
  moderateReview: async () => patch(`reviews/${(await review()).id}`, { status: "hidden" }),
  publishReviewResponse: async () => post(`reviews/${(await review()).id}/responses`, { body: "Thank you." }),
  listPostRecords: list("posts"),
  getPostRecord: read("posts", () => makePost(database().db)),
  createPostRecord: () => post("posts", { postType: "question", title: "Who knows a good walk?" }),
  changePostRecord: async () => patch(`posts/${(await makePost(database().db)).id}`, { status: "hidden" }),
  listEventRecords: list("events"),
  getEventRecord: read("events", () => makeCommunityEvent(database().db)),
  createEventRecord: () =>
    post("events", {
      ...{ title: "Memory café", eventType: "social" },
      ...{ startsAt: "2030-06-01T16:00:00.000Z", endsAt: "2030-06-01T18:00:00.000Z" },
    }),
  changeEventRecord: async () =>
    patch(`events/${(await makeCommunityEvent(database().db)).id}`, { status: "canceled" }),
  createEventRsvp: async () =>
    post(`events/${(await makeCommunityEvent(database().db)).id}/rsvps`, {
      attendeeName: "Ada",
      attendeeEmail: "ada@example.org",
    }),
  listArticleRecords: list("articles"),
  getArticleRecord: read("articles", () => makeArticle(database().db)),
  createArticleRecord: () =>
    post("articles", { title: "Choosing a home", byline: "The newsroom", body: "Begin early." }),
  changeArticleRecord: async () => patch(`articles/${(await makeArticle(database().db)).id}`, { status: "published" }),
  listNewsletterRecords: list("newsletters"),
  getNewsletterRecord: read("newsletters", () => makeNewsletter(database().db)),
  createNewsletterRecord: () => post("newsletters", { subject: "This week" }),
  changeNewsletterRecord: async () =>
    patch(`newsletters/${(await makeNewsletter(database().db)).id}`, { status: "approved" }),
  listSourceRecords: list("sources"),
  getSourceRecord: read("sources", () => makeContentSource(database().db)),
  createSourceRecord: () => post("sources", { name: "Health Wire", sourceType: "rss" }),
  changeSourceRecord: async () =>
    patch(`sources/${(await makeContentSource(database().db)).id}`, { status: "approved" }),
  listCampaignRecords: list("campaigns"),
  getCampaignRecord: read("campaigns", () => makeMarketingCampaign(database().db)),
  createCampaignRecord: () => post("campaigns", { name: "Spring tours", campaignType: "local_seo" }),
  changeCampaignRecord: async () =>
    patch(`campaigns/${(await makeMarketingCampaign(database().db)).id}`, { status: "paused" }),
  recordCampaignMetric: async () =>
    post(`campaigns/${(await makeMarketingCampaign(database().db)).id}/metrics`, {
      metricKey: "clicks",
      metricValue: 3,
    }),
  listPlacementRecords: list("placements"),
  getPlacementRecord: read("placements", placement),
  createPlacementRecord: () =>
    post("placements", { placementKey: `city.${newObjectId()}`, name: "Beside the list", surface: "web" }),
  changePlacementRecord: async () => patch(`placements/${(await placement()).id}`, { status: "inactive" }),
  recordAdImpression: async () => post("ad-impressions", await adBody()),
  recordAdClick: async () => post("ad-clicks", await adBody()),
};
