import { expect, test } from "vitest";
import { z } from "zod";
import { DIRECTORY_EVENTS, WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";

/** The contract's table (7.1). */
const PAYLOADS = [
  ["provider.claimed", "providerId claimId verificationMethod claimedAt"],
  ["provider.updated", "providerId status changedFields"],
  ["provider.contact.created", "providerId contactId status createdAt"],
  ["review.created", "reviewId providerId rating status source createdAt"],
  ["review.response.published", "reviewId responseId providerId generatedByAi publishedAt"],
  ["event.created", "eventId providerId slug title status startsAt"],
  ["event.rsvp.created", "eventId rsvpId status partySize createdAt"],
  ["campaign.published", "campaignId providerId campaignType publishedAt"],
  ["campaign.metric.updated", "campaignId metricKey metricValue recordedAt"],
  ["ad.impression.recorded", "placementKey adCreativeId recordedAt"],
  ["ad.click.recorded", "placementKey adCreativeId recordedAt"],
  ["community.post.created", "postId communityId providerId postType status isSponsored createdAt"],
] as const;

test("there are the contract's twelve, in its order", () => {
  expect(WEBHOOK_EVENT_TYPES).toEqual(PAYLOADS.map(([name]) => name));
  expect(DIRECTORY_EVENTS.map(({ name }) => name)).toEqual(WEBHOOK_EVENT_TYPES);
});

test.each(PAYLOADS)("%s tells of %s", (name, keys) => {
  const { properties } = z.toJSONSchema(DIRECTORY_EVENTS.find((event) => event.name === name)!.data);
  expect(Object.keys(properties!).join(" ")).toBe(keys);
});

test("every sample passes its schema unchanged, so that documents show what is sent", () => {
  for (const { data, sample } of DIRECTORY_EVENTS) expect(data.parse(sample)).toEqual(sample);
});

test("what the contract does not name never goes out", () => {
  for (const { data, sample } of DIRECTORY_EVENTS) {
    expect(data.parse({ ...sample, reviewerEmail: "ruth@example.org", adminNotes: "call her" })).toEqual(sample);
  }
});
