import { providerLocations, providers } from "@/db/schema/directory-providers";
import type { AdminCtx, Ctx, InTx } from "@/lib/domain/context";
import { type ContentKind, isVisible, type Written } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import type { CreateProvider } from "@/lib/domain/directory/providers/changes/schemas";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";
import { providerUpdated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { newUuidId } from "@/lib/platform/ids";

export const PROVIDER_KIND: ContentKind<typeof providers> = {
  ...{ table: providers, subject: "provider", idPrefix: "provider", title: "name", status: "status" },
  visible: PUBLIC_PROVIDER_STATUSES,
  fields: ["name", "phone", "websiteUrl", "imageUrl", "priceLabel", "summary"],
  texts: ["name", "phone", "priceLabel", "summary", "addressLine1", "city", "state", "postalCode"],
  noted: ["name", "status", "slug"],
  ...{ moved: "provider.updated", missing: "provider_not_found" },
  initial: ({ id, title }) => ({ slug: `${slugOf(title)}-${id.slice(-12)}`, confidenceScore: 1 }),
  dated: ({ status, claimedAt, verifiedAt }, now) => ({
    ...(status === "claimed" && !claimedAt && { claimedAt: now }),
    ...(status === "verified" && !verifiedAt && { verifiedAt: now }),
  }),
  insertBeside: insertAddress,
  tell,
};

export const listProviderRecords = listing(PROVIDER_KIND);
export const getProviderRecord = reading(PROVIDER_KIND);
/** Enters a provider with its address. The contract has no event for that: partners find it when they next read. */
export const createProvider = creating(PROVIDER_KIND);
/** Changes public facts or status; one that was out of sight and stays there is nobody's matter. */
export const changeProvider = changing(PROVIDER_KIND);

async function insertAddress(ctx: InTx<Ctx>, providerId: string, given: Record<string, unknown>): Promise<void> {
  // The contract's schema read it.
  const { addressLine1, city, state, postalCode } = given as CreateProvider;
  const at = { createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.db
    .insert(providerLocations)
    .values({ id: newUuidId("provider-location"), providerId, addressLine1, city, state, postalCode, ...at });
}

async function tell(ctx: InTx<AdminCtx>, { before, after, fields }: Written<typeof providers>): Promise<void> {
  if (before === undefined) return;
  const { id: providerId, status } = after;
  const changedFields = isVisible(PROVIDER_KIND, after) ? { changedFields: [...fields] } : {};
  await recordDirectoryEvent(ctx, providerUpdated, providerId, { providerId, status, ...changedFields });
}
