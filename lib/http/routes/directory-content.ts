import * as content from "@/lib/contract/directory/admin-content";
import { recordClick, recordImpression } from "@/lib/domain/directory/ads/changes/record-ads";
import * as placements from "@/lib/domain/directory/ads/changes/write-placements";
import * as campaigns from "@/lib/domain/directory/campaigns/changes/write-campaigns";
import * as posts from "@/lib/domain/directory/community/changes/write-posts";
import * as events from "@/lib/domain/directory/events/changes/write-events";
import * as newsroom from "@/lib/domain/directory/newsroom/changes/write-newsroom";
import { createContact } from "@/lib/domain/directory/providers/changes/create-contact";
import * as providers from "@/lib/domain/directory/providers/changes/write-providers";
import * as reviews from "@/lib/domain/directory/reviews/changes/write-reviews";
import { directoryAdminSurface } from "@/lib/http/directory-surface";
import { routes } from "@/lib/http/route-table";

/** Which verb keeps which promise on the directory's records. */
export const directoryContentRoutes = routes(directoryAdminSurface, [
  [content.listProviderRecords, providers.listProviderRecords],
  [content.getProviderRecord, providers.getProviderRecord],
  [content.createProvider, providers.createProvider],
  [content.changeProvider, providers.changeProvider],
  [content.createContact, createContact],
  [content.listReviewRecords, reviews.listReviewRecords],
  [content.getReviewRecord, reviews.getReviewRecord],
  [content.createReview, reviews.createReview],
  [content.moderateReview, reviews.moderateReview],
  [content.publishResponse, reviews.publishResponse],
  [content.listPostRecords, posts.listPostRecords],
  [content.getPostRecord, posts.getPostRecord],
  [content.createPost, posts.createPost],
  [content.changePost, posts.changePost],
  [content.listEventRecords, events.listEventRecords],
  [content.getEventRecord, events.getEventRecord],
  [content.createEvent, events.createEvent],
  [content.changeEvent, events.changeEvent],
  [content.createRsvp, events.createRsvp],
  [content.listArticleRecords, newsroom.listArticleRecords],
  [content.getArticleRecord, newsroom.getArticleRecord],
  [content.createArticle, newsroom.createArticle],
  [content.changeArticle, newsroom.changeArticle],
  [content.listNewsletterRecords, newsroom.listNewsletterRecords],
  [content.getNewsletterRecord, newsroom.getNewsletterRecord],
  [content.createNewsletter, newsroom.createNewsletter],
  [content.changeNewsletter, newsroom.changeNewsletter],
  [content.listSourceRecords, newsroom.listSourceRecords],
  [content.getSourceRecord, newsroom.getSourceRecord],
  [content.createSource, newsroom.createSource],
  [content.changeSource, newsroom.changeSource],
  [content.listCampaignRecords, campaigns.listCampaignRecords],
  [content.getCampaignRecord, campaigns.getCampaignRecord],
  [content.createCampaign, campaigns.createCampaign],
  [content.changeCampaign, campaigns.changeCampaign],
  [content.recordCampaignMetric, campaigns.recordCampaignMetric],
  [content.listPlacementRecords, placements.listPlacementRecords],
  [content.getPlacementRecord, placements.getPlacementRecord],
  [content.createPlacement, placements.createPlacement],
  [content.changePlacement, placements.changePlacement],
  [content.recordImpression, recordImpression],
  [content.recordClick, recordClick],
]);
