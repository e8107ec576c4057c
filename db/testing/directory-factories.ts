import type { Db } from "@/db/client";
import { communityEvents } from "@/db/schema/directory-events";
import { providerLocations, providerSources, providers } from "@/db/schema/directory-providers";
import { newUuidId } from "@/lib/platform/ids";

// Rows of the directory as production has them, each under a random id, so that no two tests meet.

const CREATED_AT = new Date("2026-01-01T00:00:00.000Z");

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
