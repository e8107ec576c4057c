import * as content from "@/lib/contract/directory/admin-content";
import { recordClick, recordImpression } from "@/lib/domain/directory/ads/changes/record-ads";
import { changeCampaignStatus, recordCampaignMetric } from "@/lib/domain/directory/campaigns/changes/write-campaigns";
import { createPost, moderatePost } from "@/lib/domain/directory/community/changes/write-posts";
import {
  listArticleRecords,
  listCampaignRecords,
  listEventRecords,
  listNewsletterRecords,
  listPostRecords,
  listProviderRecords,
  listReviewRecords,
  listSourceRecords,
} from "@/lib/domain/directory/content/list-content";
import { changeEventStatus, createEvent, createRsvp } from "@/lib/domain/directory/events/changes/write-events";
import {
  changeArticleStatus,
  changeNewsletterStatus,
  reviewContentSource,
} from "@/lib/domain/directory/newsroom/change-newsroom-status";
import { changeProvider } from "@/lib/domain/directory/providers/changes/change-provider";
import { createContact } from "@/lib/domain/directory/providers/changes/create-contact";
import { createReview, moderateReview, publishResponse } from "@/lib/domain/directory/reviews/changes/write-reviews";
import { directoryAdminSurface } from "@/lib/http/directory-surface";
import { routes } from "@/lib/http/route-table";

/** Which verb keeps which promise on the directory's records. */
export const directoryContentRoutes = routes(directoryAdminSurface, [
  [content.listProviderRecords, listProviderRecords],
  [content.changeProvider, changeProvider],
  [content.createContact, createContact],
  [content.listReviewRecords, listReviewRecords],
  [content.createReview, createReview],
  [content.moderateReview, moderateReview],
  [content.publishResponse, publishResponse],
  [content.listPostRecords, listPostRecords],
  [content.createPost, createPost],
  [content.moderatePost, moderatePost],
  [content.listEventRecords, listEventRecords],
  [content.createEvent, createEvent],
  [content.changeEventStatus, changeEventStatus],
  [content.createRsvp, createRsvp],
  [content.listArticleRecords, listArticleRecords],
  [content.changeArticleStatus, changeArticleStatus],
  [content.listNewsletterRecords, listNewsletterRecords],
  [content.changeNewsletterStatus, changeNewsletterStatus],
  [content.listSourceRecords, listSourceRecords],
  [content.reviewContentSource, reviewContentSource],
  [content.listCampaignRecords, listCampaignRecords],
  [content.changeCampaignStatus, changeCampaignStatus],
  [content.recordCampaignMetric, recordCampaignMetric],
  [content.recordImpression, recordImpression],
  [content.recordClick, recordClick],
]);
