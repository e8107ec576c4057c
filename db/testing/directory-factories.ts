import type { Db } from "@/db/client";
import { adCampaigns, adCreatives, adPlacements } from "@/db/schema/directory-ads";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { communityPosts } from "@/db/schema/directory-community";
import { communityEvents } from "@/db/schema/directory-events";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { articles, contentSources, newsletterEditions } from "@/db/schema/directory-newsroom";
import { providerLocations, providerSources, providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import type { AttemptStatus } from "@/lib/domain/directory/claims/statuses";
import { newObjectId, newUuidId } from "@/lib/platform/ids";

// Rows of the directory as production has them, each under a random id, so that no two tests meet.

const CREATED_AT = new Date("2026-01-01T00:00:00.000Z");
const WEEK_MS = 7 * 86_400_000;

export type ProviderRow = typeof providers.$inferSelect;
export type CommunityEventRow = typeof communityEvents.$inferSelect;

/** A verified provider in Denver with one source, unless said otherwise. */
export async function makeProvider(
  db: Db,
  { city = "Denver", state = "CO", ...overrides }: Partial<ProviderRow> & { city?: string; state?: string } = {},
): Promise<ProviderRow> {
  const id = overrides.id ?? newUuidId("provider");
  const [row] = await db
    .insert(providers)
    .values({
      id,
      name: `Provider ${id.slice(-6)}`,
      slug: `slug-of-${id}`,
      status: "verified",
      confidenceScore: 0.9,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  await db.insert(providerLocations).values({
    id: `provider-location-${id}`,
    providerId: id,
    addressLine1: "12 Pearl Street",
    city,
    state,
    postalCode: "80203",
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
  });
  await db.insert(providerSources).values({
    id: `provider-source-${id}`,
    providerId: id,
    sourceName: "State licensing register",
    sourceUrl: "https://register.example/1",
    fetchedAt: CREATED_AT,
    confidence: 0.9,
    createdAt: CREATED_AT,
  });
  return row!;
}

/** A published event of two hours on the first of June 2026, of no provider, unless said otherwise. */
export async function makeCommunityEvent(
  db: Db,
  overrides: Partial<CommunityEventRow> = {},
): Promise<CommunityEventRow> {
  const id = overrides.id ?? newUuidId("event");
  const startsAt = overrides.startsAt ?? new Date("2026-06-01T16:00:00.000Z");
  const [row] = await db
    .insert(communityEvents)
    .values({
      id,
      title: `Event ${id.slice(-6)}`,
      slug: `slug-of-${id}`,
      eventType: "open_house",
      status: "published",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

type ClaimOverrides = Partial<typeof claims.$inferInsert> & { providerId: string; attempt?: AttemptStatus };

/** A claim that waits for an administrator, with one attempt, pending unless said. */
export async function makeClaim(db: Db, { attempt: status = "pending", ...overrides }: ClaimOverrides) {
  const id = overrides.id ?? newUuidId("claim");
  const createdAt = overrides.createdAt ?? new Date();
  const [claim] = await db
    .insert(claims)
    .values({
      id,
      claimantName: "Ada Claimant",
      claimantEmail: `ada-${newObjectId()}@example.org`,
      status: "admin_review",
      verificationMethod: "admin_manual",
      createdAt,
      updatedAt: createdAt,
      ...overrides,
    })
    .returning();
  const isCompleted = status === "passed" || status === "failed";
  const [attempt] = await db
    .insert(verificationAttempts)
    .values({
      id: newUuidId("verification-attempt"),
      claimId: id,
      method: claim!.verificationMethod ?? "admin_manual",
      status,
      target: claim!.claimantEmail,
      expiresAt: new Date(createdAt.getTime() + WEEK_MS),
      completedAt: isCompleted ? createdAt : null,
      createdAt,
      updatedAt: createdAt,
    })
    .returning();
  return { claim: claim!, attempt: attempt! };
}

const TIMES = { createdAt: CREATED_AT, updatedAt: CREATED_AT };

/** A published review of a provider, with all that partners never see. */
export async function makeReview(db: Db, overrides: Partial<typeof reviews.$inferInsert> & { providerId: string }) {
  const id = newUuidId("review");
  const written = { reviewerName: "Ruth R.", reviewerEmail: "ruth@example.org", rating: 5, title: "Kind people" };
  const [row] = await db
    .insert(reviews)
    .values({ id, ...written, status: "published", ...TIMES, ...overrides })
    .returning();
  return row!;
}

/** A published question in no community. */
export async function makePost(db: Db, overrides: Partial<typeof communityPosts.$inferInsert> = {}) {
  const id = newUuidId("community-post");
  const written = { authorName: "Sam S.", authorEmail: "sam@example.org", title: `Post ${id.slice(-6)}` };
  const [row] = await db
    .insert(communityPosts)
    .values({ id, ...written, postType: "question", status: "published", ...TIMES, ...overrides })
    .returning();
  return row!;
}

/** A published campaign of no provider. */
export async function makeMarketingCampaign(db: Db, overrides: Partial<typeof marketingCampaigns.$inferInsert> = {}) {
  const id = newUuidId("campaign");
  const [row] = await db
    .insert(marketingCampaigns)
    .values({
      id,
      name: `Campaign ${id.slice(-6)}`,
      campaignType: "local_seo",
      status: "published",
      ...TIMES,
      ...overrides,
    })
    .returning();
  return row!;
}

/** A creative that is shown in a place of its own. */
export async function makeCreative(db: Db, overrides: Partial<typeof adCreatives.$inferInsert> = {}) {
  const tail = newObjectId();
  const placementKey = `place_${tail}`;
  const placementId = `ad-placement-${tail}`;
  const campaignId = `ad-campaign-${tail}`;
  await db.insert(adPlacements).values({ id: placementId, placementKey, name: placementKey, surface: "web", ...TIMES });
  const providerId = (await makeProvider(db)).id;
  await db.insert(adCampaigns).values({ id: campaignId, providerId, name: "Spring", status: "active", ...TIMES });
  const [creative] = await db
    .insert(adCreatives)
    .values({ id: `ad-creative-${tail}`, placementId, campaignId, headline: "Come and see", ...TIMES, ...overrides })
    .returning();
  return { creative: creative!, placementKey };
}

/** An article in review. */
export async function makeArticle(db: Db, overrides: Partial<typeof articles.$inferInsert> = {}) {
  const id = `article-${newObjectId()}`;
  const [row] = await db
    .insert(articles)
    .values({
      id,
      byline: "Desk",
      title: id,
      slug: id,
      body: "Text.",
      status: "pending_review",
      ...TIMES,
      ...overrides,
    })
    .returning();
  return row!;
}

/** A newsletter edition that waits for approval. */
export async function makeNewsletter(db: Db, overrides: Partial<typeof newsletterEditions.$inferInsert> = {}) {
  const id = `newsletter-${newObjectId()}`;
  const [row] = await db
    .insert(newsletterEditions)
    .values({ id, subject: id, status: "pending_approval", ...TIMES, ...overrides })
    .returning();
  return row!;
}

/** A content source that waits for its review. */
export async function makeContentSource(db: Db, overrides: Partial<typeof contentSources.$inferInsert> = {}) {
  const id = `content-source-${newObjectId()}`;
  const [row] = await db
    .insert(contentSources)
    .values({ id, name: id, sourceType: "rss", reviewStatus: "pending", ...TIMES, ...overrides })
    .returning();
  return row!;
}
