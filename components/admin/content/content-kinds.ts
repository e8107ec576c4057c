import * as contentApi from "@/lib/contract/directory/admin-content";
import type { Endpoint } from "@/lib/contract/endpoint";
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
  change: Endpoint;
};

export const CONTENT: Record<ContentKind, KindOfContent> = {
  providers: {
    ...{ label: "Providers", one: "provider", title: "Name" },
    ...{ statuses: PROVIDER_STATUSES, visible: PUBLIC_PROVIDER_STATUSES },
    ...{ list: contentApi.listProviderRecords, change: contentApi.changeProvider },
  },
  reviews: {
    ...{ label: "Reviews", one: "review", title: "Reviewer" },
    ...{ statuses: REVIEW_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listReviewRecords, change: contentApi.moderateReview },
  },
  posts: {
    ...{ label: "Community posts", one: "post", title: "Title" },
    ...{ statuses: POST_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listPostRecords, change: contentApi.changePost },
  },
  events: {
    ...{ label: "Events", one: "event", title: "Title" },
    ...{ statuses: EVENT_STATUSES, visible: PUBLIC_EVENT_STATUSES },
    ...{ list: contentApi.listEventRecords, change: contentApi.changeEvent },
  },
  articles: {
    ...{ label: "Articles", one: "article", title: "Title" },
    ...{ statuses: ARTICLE_STATUSES, visible: ["published"] },
    ...{ list: contentApi.listArticleRecords, change: contentApi.changeArticle },
  },
  newsletters: {
    ...{ label: "Newsletters", one: "newsletter", title: "Subject" },
    ...{ statuses: NEWSLETTER_STATUSES, visible: PUBLIC_NEWSLETTER_STATUSES },
    ...{ list: contentApi.listNewsletterRecords, change: contentApi.changeNewsletter },
  },
  sources: {
    ...{ label: "Content sources", one: "source", title: "Name" },
    ...{ statuses: SOURCE_REVIEW_STATUSES, visible: ["approved"] },
    ...{ list: contentApi.listSourceRecords, change: contentApi.changeSource },
  },
  campaigns: {
    ...{ label: "Campaigns", one: "campaign", title: "Name" },
    ...{ statuses: MARKETING_CAMPAIGN_STATUSES, visible: PUBLIC_CAMPAIGN_STATUSES },
    ...{ list: contentApi.listCampaignRecords, change: contentApi.changeCampaign },
  },
};

/** "blocked_by_policy" as people read it. */
export function statusWord(status: string): string {
  const words = status.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
