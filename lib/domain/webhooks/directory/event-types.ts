import { z } from "zod";
import { type EventType, eventType } from "@/lib/domain/events/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

/**
 * What the directory tells its subscribers (contract 7.1), in the contract's order: ids and public facts, and nothing that
 * names a person. Of an item that is not visible only the ids and the status are told; what else there is to say of it is
 * therefore optional.
 */

const AT = "2026-05-14T21:00:00.000Z";
const PROVIDER_ID = "provider-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa";

export const providerClaimed = eventType(
  "provider.claimed",
  "A provider's claim was approved.",
  z.object({ providerId: z.string(), claimId: z.string(), verificationMethod: z.string(), claimedAt: IsoTime }),
  {
    providerId: PROVIDER_ID,
    claimId: "claim-0d8f6a3c-52c1-4b6f-9f0d-2f5a1c7e4b11",
    verificationMethod: "domain_email",
    claimedAt: AT,
  },
);

export const providerUpdated = eventType(
  "provider.updated",
  "A provider's public facts or status changed.",
  z.object({ providerId: z.string(), status: z.string(), changedFields: z.array(z.string()).optional() }),
  { providerId: PROVIDER_ID, status: "claimed", changedFields: ["phone"] },
);

export const providerContactCreated = eventType(
  "provider.contact.created",
  "Somebody asked a provider to be contacted.",
  z.object({ providerId: z.string(), contactId: z.string(), status: z.string(), createdAt: IsoTime }),
  {
    providerId: PROVIDER_ID,
    contactId: "provider-contact-3a9e1c70-6f0e-4a86-8d0b-9c2f7b5e1d22",
    status: "submitted",
    createdAt: AT,
  },
);

export const reviewCreated = eventType(
  "review.created",
  "A review was written, or its visibility changed.",
  z.object({
    reviewId: z.string(),
    providerId: z.string(),
    rating: z.int().optional(),
    status: z.string(),
    source: z.string().optional(),
    createdAt: IsoTime.optional(),
  }),
  {
    reviewId: "review-71b4c5d6-0e2f-4f3a-8b9c-1d2e3f4a5b33",
    providerId: PROVIDER_ID,
    rating: 5,
    status: "published",
    source: "first_party",
    createdAt: AT,
  },
);

export const reviewResponsePublished = eventType(
  "review.response.published",
  "A provider's answer to a review was published.",
  z.object({
    reviewId: z.string(),
    responseId: z.string(),
    providerId: z.string(),
    generatedByAi: z.boolean(),
    publishedAt: IsoTime,
  }),
  {
    reviewId: "review-71b4c5d6-0e2f-4f3a-8b9c-1d2e3f4a5b33",
    responseId: "review-response-8c5d6e7f-1a2b-4c3d-9e4f-5a6b7c8d9e44",
    providerId: PROVIDER_ID,
    generatedByAi: false,
    publishedAt: AT,
  },
);

export const eventCreated = eventType(
  "event.created",
  "An event was entered, or its visibility changed.",
  z.object({
    eventId: z.string(),
    providerId: z.string().optional(),
    slug: z.string().optional(),
    title: z.string().optional(),
    status: z.string(),
    startsAt: IsoTime.optional(),
  }),
  {
    eventId: "event-9d6e7f80-2b3c-4d4e-8f50-6b7c8d9e0f55",
    providerId: PROVIDER_ID,
    slug: "memory-cafe-denver",
    title: "Memory café",
    status: "published",
    startsAt: "2026-06-02T16:00:00.000Z",
  },
);

export const eventRsvpCreated = eventType(
  "event.rsvp.created",
  "Somebody said that they will come to an event.",
  z.object({
    eventId: z.string(),
    rsvpId: z.string(),
    status: z.string(),
    partySize: z.int().optional(),
    createdAt: IsoTime.optional(),
  }),
  {
    eventId: "event-9d6e7f80-2b3c-4d4e-8f50-6b7c8d9e0f55",
    rsvpId: "rsvp-ae7f8091-3c4d-4e5f-9061-7c8d9e0f1a66",
    status: "confirmed",
    partySize: 2,
    createdAt: AT,
  },
);

export const campaignPublished = eventType(
  "campaign.published",
  "A marketing campaign went public.",
  z.object({
    campaignId: z.string(),
    providerId: z.string().optional(),
    campaignType: z.string(),
    publishedAt: IsoTime,
  }),
  {
    campaignId: "campaign-bf8091a2-4d5e-4f60-8172-8d9e0f1a2b77",
    providerId: PROVIDER_ID,
    campaignType: "open_house",
    publishedAt: AT,
  },
);

export const campaignMetricUpdated = eventType(
  "campaign.metric.updated",
  "A figure of a marketing campaign was recorded.",
  z.object({ campaignId: z.string(), metricKey: z.string(), metricValue: z.number(), recordedAt: IsoTime }),
  {
    campaignId: "campaign-bf8091a2-4d5e-4f60-8172-8d9e0f1a2b77",
    metricKey: "clicks",
    metricValue: 12,
    recordedAt: AT,
  },
);

const adFact = z.object({ placementKey: z.string(), adCreativeId: z.string().optional(), recordedAt: IsoTime });
const adSample = {
  placementKey: "provider_search_top",
  adCreativeId: "ad-creative-c091a2b3-5e6f-4071-9283-9e0f1a2b3c88",
  recordedAt: AT,
};

export const adImpressionRecorded = eventType(
  "ad.impression.recorded",
  "An advertisement was shown.",
  adFact,
  adSample,
);

export const adClickRecorded = eventType("ad.click.recorded", "An advertisement was followed.", adFact, adSample);

export const communityPostCreated = eventType(
  "community.post.created",
  "A post was written in the community, or its visibility changed.",
  z.object({
    postId: z.string(),
    communityId: z.string().optional(),
    providerId: z.string().optional(),
    postType: z.string().optional(),
    status: z.string(),
    isSponsored: z.boolean().optional(),
    createdAt: IsoTime.optional(),
  }),
  {
    postId: "community-post-d1a2b3c4-6f70-4182-8394-0f1a2b3c4d99",
    communityId: "community-e2b3c4d5-7081-4293-94a5-1a2b3c4d5eaa",
    postType: "question",
    status: "published",
    isSponsored: false,
    createdAt: AT,
  },
);

/** Every kind of event of the directory, in the contract's order. */
export const DIRECTORY_EVENTS: readonly EventType[] = [
  providerClaimed,
  providerUpdated,
  providerContactCreated,
  reviewCreated,
  reviewResponsePublished,
  eventCreated,
  eventRsvpCreated,
  campaignPublished,
  campaignMetricUpdated,
  adImpressionRecorded,
  adClickRecorded,
  communityPostCreated,
];

/** Their names; a list of its own because the contract's types are made of it. A test holds the two together. */
export const WEBHOOK_EVENT_TYPES = [
  "provider.claimed",
  "provider.updated",
  "provider.contact.created",
  "review.created",
  "review.response.published",
  "event.created",
  "event.rsvp.created",
  "campaign.published",
  "campaign.metric.updated",
  "ad.impression.recorded",
  "ad.click.recorded",
  "community.post.created",
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];
