import { OPERATORS, REVIEWERS } from "@/lib/contract/admin/roles";
import { directoryAdminEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { ChangePlacement, CreatePlacement, RecordAd } from "@/lib/domain/directory/ads/changes/schemas";
import { PLACEMENT_STATUSES } from "@/lib/domain/directory/ads/statuses";
import { ChangeCampaign, CreateCampaign, CreateMetric } from "@/lib/domain/directory/campaigns/changes/schemas";
import { MARKETING_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { ChangePost, CreatePost } from "@/lib/domain/directory/community/changes/schemas";
import { POST_STATUSES } from "@/lib/domain/directory/community/statuses";
import {
  Changed,
  ContentList,
  ContentParams,
  contentQuery,
  Made,
  RecordAnswer,
  statusChange,
} from "@/lib/domain/directory/content/schemas";
import { ChangeEvent, CreateEvent, CreateRsvp } from "@/lib/domain/directory/events/changes/schemas";
import { EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import {
  ChangeArticle,
  ChangeNewsletter,
  ChangeSource,
  CreateArticle,
  CreateNewsletter,
  CreateSource,
} from "@/lib/domain/directory/newsroom/changes/schemas";
import {
  ARTICLE_STATUSES,
  NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";
import { ChangeProvider, CreateContact, CreateProvider } from "@/lib/domain/directory/providers/changes/schemas";
import { PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { CreateResponse, CreateReview } from "@/lib/domain/directory/reviews/changes/schemas";
import { REVIEW_STATUSES } from "@/lib/domain/directory/reviews/statuses";

/**
 * Admin API: the directory's records, visible or not, and their changes, of some of which subscribers hear. Portico's own
 * addition to the contract, which says what an event holds and not how it comes about.
 */

const BASE = "/api/v1/admin/directory";
const OWN = "Portico's own addition to the contract.";
const tag = "Directory records";
const list = { method: "GET", tag, response: ContentList } as const;
const detail = { method: "GET", tag, params: ContentParams, response: RecordAnswer } as const;
const change = { method: "PATCH", tag, params: ContentParams, response: Changed } as const;
const create = { method: "POST", tag, response: Made, status: 201 } as const;

export const listProviderRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/providers`,
  id: "listProviderRecords",
  summary: "List providers, visible or not",
  description: OWN,
  query: contentQuery(PROVIDER_STATUSES),
});

export const getProviderRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/providers/:id`,
  id: "getProviderRecord",
  summary: "Read a provider, visible or not",
  description: OWN,
  errors: ["provider_not_found"],
});

export const createProvider = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/providers`,
  id: "createProviderRecord",
  summary: "Enter a provider",
  description: OWN,
  roles: OPERATORS,
  body: CreateProvider,
  errors: ["record_not_found", "policy_blocked"],
});

export const changeProvider = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/providers/:id`,
  id: "changeProviderRecord",
  summary: "Change a provider's public facts or status",
  description: `Sends provider.updated with the names of the fields that differ. ${OWN}`,
  roles: OPERATORS,
  body: ChangeProvider,
  errors: ["provider_not_found", "record_not_found", "policy_blocked"],
});

export const createContact = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/providers/:id/contacts`,
  id: "createProviderContact",
  summary: "Enter a wish to be contacted by a provider",
  description: `Sends provider.contact.created. ${OWN}`,
  roles: OPERATORS,
  params: ContentParams,
  body: CreateContact,
  errors: ["provider_not_found", "policy_blocked"],
});

export const listReviewRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/reviews`,
  id: "listReviewRecords",
  summary: "List reviews, visible or not",
  description: OWN,
  query: contentQuery(REVIEW_STATUSES),
});

export const getReviewRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/reviews/:id`,
  id: "getReviewRecord",
  summary: "Read a review, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createReview = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/reviews`,
  id: "createReviewRecord",
  summary: "Enter a review",
  description: `Sends review.created, of one in moderation with ids and status only. ${OWN}`,
  roles: REVIEWERS,
  body: CreateReview,
  errors: ["provider_not_found", "policy_blocked"],
});

export const moderateReview = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/reviews/:id`,
  id: "moderateReview",
  summary: "Publish, hide or take out a review",
  description: `Sends review.created when that changes whether it is to be seen. ${OWN}`,
  roles: REVIEWERS,
  body: statusChange(REVIEW_STATUSES),
  errors: ["record_not_found", "policy_blocked"],
});

export const publishResponse = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/reviews/:id/responses`,
  id: "publishReviewResponse",
  summary: "Publish a provider's answer to a review",
  description: `Sends review.response.published. ${OWN}`,
  roles: REVIEWERS,
  params: ContentParams,
  body: CreateResponse,
  errors: ["record_not_found", "invalid_state_transition", "policy_blocked"],
});

export const listPostRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/posts`,
  id: "listPostRecords",
  summary: "List community posts, visible or not",
  description: OWN,
  query: contentQuery(POST_STATUSES),
});

export const getPostRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/posts/:id`,
  id: "getPostRecord",
  summary: "Read a community post, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createPost = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/posts`,
  id: "createPostRecord",
  summary: "Enter a community post",
  description: `Sends community.post.created, of one in moderation with ids and status only. ${OWN}`,
  roles: REVIEWERS,
  body: CreatePost,
  errors: ["provider_not_found", "record_not_found", "policy_blocked"],
});

export const changePost = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/posts/:id`,
  id: "changePostRecord",
  summary: "Change a community post, publish, hide or take it out",
  description: `Sends community.post.created when that changes whether it is to be seen. ${OWN}`,
  roles: REVIEWERS,
  body: ChangePost,
  errors: ["record_not_found", "provider_not_found", "policy_blocked"],
});

export const listEventRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/events`,
  id: "listEventRecords",
  summary: "List events, visible or not",
  description: OWN,
  query: contentQuery(EVENT_STATUSES),
});

export const getEventRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/events/:id`,
  id: "getEventRecord",
  summary: "Read an event, visible or not",
  description: OWN,
  errors: ["event_not_found"],
});

export const createEvent = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/events`,
  id: "createEventRecord",
  summary: "Enter an event",
  description: `Sends event.created, of a draft with ids and status only. ${OWN}`,
  roles: OPERATORS,
  body: CreateEvent,
  errors: ["provider_not_found", "policy_blocked"],
});

export const changeEvent = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/events/:id`,
  id: "changeEventRecord",
  summary: "Change an event or its status",
  description: `Sends event.created when its status changes how it is to be seen. ${OWN}`,
  roles: OPERATORS,
  body: ChangeEvent,
  errors: ["event_not_found", "provider_not_found", "policy_blocked"],
});

export const createRsvp = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/events/:id/rsvps`,
  id: "createEventRsvp",
  summary: "Enter somebody who comes to an event",
  description: `Sends event.rsvp.created. Beyond the capacity they wait. ${OWN}`,
  roles: OPERATORS,
  params: ContentParams,
  body: CreateRsvp,
  errors: ["event_not_found", "invalid_state_transition"],
});

export const listArticleRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/articles`,
  id: "listArticleRecords",
  summary: "List articles, visible or not",
  description: OWN,
  query: contentQuery(ARTICLE_STATUSES),
});

export const getArticleRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/articles/:id`,
  id: "getArticleRecord",
  summary: "Read an article, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createArticle = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/articles`,
  id: "createArticleRecord",
  summary: "Enter an article",
  description: OWN,
  roles: REVIEWERS,
  body: CreateArticle,
  errors: ["policy_blocked"],
});

export const changeArticle = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/articles/:id`,
  id: "changeArticleRecord",
  summary: "Change an article or its status",
  description: OWN,
  roles: REVIEWERS,
  body: ChangeArticle,
  errors: ["record_not_found", "policy_blocked"],
});

export const listNewsletterRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/newsletters`,
  id: "listNewsletterRecords",
  summary: "List newsletter editions, visible or not",
  description: OWN,
  query: contentQuery(NEWSLETTER_STATUSES),
});

export const getNewsletterRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/newsletters/:id`,
  id: "getNewsletterRecord",
  summary: "Read a newsletter edition, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createNewsletter = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/newsletters`,
  id: "createNewsletterRecord",
  summary: "Enter a newsletter edition",
  description: OWN,
  roles: REVIEWERS,
  body: CreateNewsletter,
  errors: ["record_not_found", "policy_blocked"],
});

export const changeNewsletter = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/newsletters/:id`,
  id: "changeNewsletterRecord",
  summary: "Change a newsletter edition or its status",
  description: OWN,
  roles: REVIEWERS,
  body: ChangeNewsletter,
  errors: ["record_not_found", "policy_blocked"],
});

export const listSourceRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/sources`,
  id: "listSourceRecords",
  summary: "List content sources, visible or not",
  description: OWN,
  query: contentQuery(SOURCE_REVIEW_STATUSES),
});

export const getSourceRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/sources/:id`,
  id: "getSourceRecord",
  summary: "Read a content source, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createSource = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/sources`,
  id: "createSourceRecord",
  summary: "Enter a content source",
  description: OWN,
  roles: REVIEWERS,
  body: CreateSource,
  errors: ["policy_blocked"],
});

export const changeSource = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/sources/:id`,
  id: "changeSourceRecord",
  summary: "Change a content source, or decide on it",
  description: OWN,
  roles: REVIEWERS,
  body: ChangeSource,
  errors: ["record_not_found", "policy_blocked"],
});

export const listCampaignRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/campaigns`,
  id: "listCampaignRecords",
  summary: "List marketing campaigns, visible or not",
  description: OWN,
  query: contentQuery(MARKETING_CAMPAIGN_STATUSES),
});

export const getCampaignRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/campaigns/:id`,
  id: "getCampaignRecord",
  summary: "Read a marketing campaign, visible or not",
  description: OWN,
  errors: ["record_not_found"],
});

export const createCampaign = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/campaigns`,
  id: "createCampaignRecord",
  summary: "Enter a marketing campaign",
  description: `Sends campaign.published of one that goes public at once. ${OWN}`,
  roles: OPERATORS,
  body: CreateCampaign,
  errors: ["provider_not_found", "policy_blocked"],
});

export const changeCampaign = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/campaigns/:id`,
  id: "changeCampaignRecord",
  summary: "Change a marketing campaign or its status",
  description: `Sends campaign.published when it goes public. ${OWN}`,
  roles: OPERATORS,
  body: ChangeCampaign,
  errors: ["record_not_found", "provider_not_found", "policy_blocked"],
});

export const recordCampaignMetric = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/campaigns/:id/metrics`,
  id: "recordCampaignMetric",
  summary: "Enter a figure of a marketing campaign",
  description: `Sends campaign.metric.updated of a campaign that is to be seen. ${OWN}`,
  roles: OPERATORS,
  params: ContentParams,
  body: CreateMetric,
  errors: ["record_not_found"],
});

export const listPlacementRecords = directoryAdminEndpoint({
  ...list,
  path: `${BASE}/placements`,
  id: "listPlacementRecords",
  summary: "List ad placements, active or not",
  description: OWN,
  query: contentQuery(PLACEMENT_STATUSES),
});

export const getPlacementRecord = directoryAdminEndpoint({
  ...detail,
  path: `${BASE}/placements/:id`,
  id: "getPlacementRecord",
  summary: "Read an ad placement",
  description: OWN,
  errors: ["record_not_found"],
});

export const createPlacement = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/placements`,
  id: "createPlacementRecord",
  summary: "Enter an ad placement",
  description: OWN,
  roles: OPERATORS,
  body: CreatePlacement,
  errors: ["policy_blocked"],
});

export const changePlacement = directoryAdminEndpoint({
  ...change,
  path: `${BASE}/placements/:id`,
  id: "changePlacementRecord",
  summary: "Change an ad placement, or turn it on or off",
  description: OWN,
  roles: OPERATORS,
  body: ChangePlacement,
  errors: ["record_not_found", "policy_blocked"],
});

export const recordImpression = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/ad-impressions`,
  id: "recordAdImpression",
  summary: "Enter that an advertisement was shown",
  description: `Sends ad.impression.recorded. ${OWN}`,
  roles: OPERATORS,
  body: RecordAd,
  errors: ["record_not_found"],
});

export const recordClick = directoryAdminEndpoint({
  ...create,
  path: `${BASE}/ad-clicks`,
  id: "recordAdClick",
  summary: "Enter that an advertisement was followed",
  description: `Sends ad.click.recorded. ${OWN}`,
  roles: OPERATORS,
  body: RecordAd,
  errors: ["record_not_found"],
});
