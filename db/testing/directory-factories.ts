import type { Db } from "@/db/client";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { providerLocations, providers } from "@/db/schema/directory-providers";
import type { AttemptStatus } from "@/lib/domain/directory/claims/statuses";
import { newObjectId, newUuidId } from "@/lib/platform/ids";

/** Rows of the directory, each its own. */

const CREATED_AT = new Date("2026-01-01T00:00:00.000Z");
const WEEK_MS = 7 * 86_400_000;

/** A provider that partners see, with an address in Boulder. */
export async function makeProvider(db: Db, overrides: Partial<typeof providers.$inferInsert> = {}) {
  const id = overrides.id ?? newUuidId("provider");
  const [row] = await db
    .insert(providers)
    .values({
      id,
      name: `Provider ${id.slice(-6)}`,
      slug: `provider-${newObjectId()}`,
      status: "verified_by_source",
      confidenceScore: 0.9,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  await db.insert(providerLocations).values({
    id: `provider-location-${newObjectId()}`,
    providerId: id,
    position: 0,
    addressLine1: "1 Pearl Street",
    city: "Boulder",
    state: "CO",
    postalCode: "80302",
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
  });
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
