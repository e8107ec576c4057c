import { type RecordField, recordFields } from "@/components/admin/content/record-form";
import * as contentApi from "@/lib/contract/directory/admin-content";
import { type Endpoint, fieldsOf } from "@/lib/contract/endpoint";
import { PLACEMENT_STATUSES } from "@/lib/domain/directory/ads/statuses";
import { MARKETING_CAMPAIGN_STATUSES, PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { POST_STATUSES } from "@/lib/domain/directory/community/statuses";
import { EVENT_STATUSES, PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import {
  ARTICLE_STATUSES,
  NEWSLETTER_STATUSES,
  PUBLIC_NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";
import { PROVIDER_STATUSES, PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { REVIEW_STATUSES } from "@/lib/domain/directory/reviews/statuses";

export const CONTENT_KINDS = [
  "providers",
  "reviews",
  "posts",
  "events",
  "articles",
  "newsletters",
  "sources",
  "campaigns",
  "placements",
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

type KindOfContent = {
  label: string;
  one: string;
  /** What its records are known by. */
  title: string;
  statuses: readonly string[];
  /** The statuses that partners see. */
  visible: readonly string[];
  list: Endpoint;
  read: Endpoint;
  create: Endpoint;
  change: Endpoint;
};

export const CONTENT: Record<ContentKind, KindOfContent> = {
  providers: {
    ...{ label: "Providers", one: "provider", title: "Name" },
    ...{ statuses: PROVIDER_STATUSES, visible: PUBLIC_PROVIDER_STATUSES },
    ...{ list: contentApi.listProviderRecords, read: contentApi.getProviderRecord },
    ...{ create: contentApi.createProvider, change: contentApi.changeProvider },
  },
  reviews: {
    ...{ label: "Reviews", one: "review", title: "Reviewer" },
    ...{ statuses: REVIEW_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listReviewRecords, read: contentApi.getReviewRecord },
    ...{ create: contentApi.createReview, change: contentApi.moderateReview },
  },
  posts: {
    ...{ label: "Community posts", one: "post", title: "Title" },
    ...{ statuses: POST_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listPostRecords, read: contentApi.getPostRecord },
    ...{ create: contentApi.createPost, change: contentApi.changePost },
  },
  events: {
    ...{ label: "Events", one: "event", title: "Title" },
    ...{ statuses: EVENT_STATUSES, visible: PUBLIC_EVENT_STATUSES },
    ...{ list: contentApi.listEventRecords, read: contentApi.getEventRecord },
    ...{ create: contentApi.createEvent, change: contentApi.changeEvent },
  },
  articles: {
    ...{ label: "Articles", one: "article", title: "Title" },
    ...{ statuses: ARTICLE_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listArticleRecords, read: contentApi.getArticleRecord },
    ...{ create: contentApi.createArticle, change: contentApi.changeArticle },
  },
  newsletters: {
    ...{ label: "Newsletters", one: "newsletter", title: "Subject" },
    ...{ statuses: NEWSLETTER_STATUSES, visible: PUBLIC_NEWSLETTER_STATUSES },
    ...{ list: contentApi.listNewsletterRecords, read: contentApi.getNewsletterRecord },
    ...{ create: contentApi.createNewsletter, change: contentApi.changeNewsletter },
  },
  sources: {
    ...{ label: "Content sources", one: "source", title: "Name" },
    ...{ statuses: SOURCE_REVIEW_STATUSES, visible: ["approved"] },
    ...{ list: contentApi.listSourceRecords, read: contentApi.getSourceRecord },
    ...{ create: contentApi.createSource, change: contentApi.changeSource },
  },
  campaigns: {
    ...{ label: "Campaigns", one: "campaign", title: "Name" },
    ...{ statuses: MARKETING_CAMPAIGN_STATUSES, visible: PUBLIC_CAMPAIGN_STATUSES },
    ...{ list: contentApi.listCampaignRecords, read: contentApi.getCampaignRecord },
    ...{ create: contentApi.createCampaign, change: contentApi.changeCampaign },
  },
  placements: {
    ...{ label: "Ad placements", one: "placement", title: "Name" },
    ...{ statuses: PLACEMENT_STATUSES, visible: PLACEMENT_STATUSES },
    ...{ list: contentApi.listPlacementRecords, read: contentApi.getPlacementRecord },
    ...{ create: contentApi.createPlacement, change: contentApi.changePlacement },
  },
};

/** The fields of a kind that can be written anew, as they are when it is made; none of what is moderated alone. */
export function editableFields(kind: ContentKind): RecordField[] {
  const { create, change } = CONTENT[kind];
  const changeable = fieldsOf(change.body).filter((name) => name !== "status");
  return recordFields(create).filter(({ name }) => changeable.includes(name));
}

/** "blocked_by_policy" as people read it. */
export function statusWord(status: string): string {
  const words = status.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
