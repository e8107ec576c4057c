import type { Db } from "@/db/client";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { communityEvents } from "@/db/schema/directory-events";
import { providerLocations, providerSources, providers } from "@/db/schema/directory-providers";
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
