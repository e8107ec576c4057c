import { providers } from "@/db/schema/directory-providers";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import {
  type ContentKind,
  type FieldsBeside,
  isVisible,
  type Written,
} from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { ADDRESS_FIELDS, readAddress, writeAddress } from "@/lib/domain/directory/providers/changes/provider-address";
import {
  readCategories,
  settleCategories,
  writeCategories,
} from "@/lib/domain/directory/providers/changes/provider-categories";
import type { ChangeProvider } from "@/lib/domain/directory/providers/changes/schemas";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";
import { providerUpdated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";

// The contract's schema read what is given.
type Given = Omit<ChangeProvider, "reason">;

const ADDRESS_AND_CATEGORIES: FieldsBeside = {
  fields: [...ADDRESS_FIELDS, "categories"],
  read: async (ctx, id) => ({ ...(await readAddress(ctx, id)), categories: await readCategories(ctx, id) }),
  settle: async (ctx, given) => {
    const { categories } = given as Given;
    return categories ? { ...given, categories: await settleCategories(ctx, categories) } : given;
  },
  write: async (ctx, id, given) => {
    const { categories, ...address } = given as Given;
    await writeAddress(ctx, id, address);
    if (categories) await writeCategories(ctx, id, categories);
  },
};

export const PROVIDER_KIND: ContentKind<typeof providers> = {
  ...{ table: providers, subject: "provider", idPrefix: "provider", title: "name", status: "status" },
  visible: PUBLIC_PROVIDER_STATUSES,
  fields: ["name", "phone", "websiteUrl", "imageUrl", "priceLabel", "summary"],
  texts: ["name", "phone", "priceLabel", "summary", ...ADDRESS_FIELDS],
  noted: ["name", "status", "slug"],
  ...{ moved: "provider.updated", missing: "provider_not_found" },
  initial: ({ id, title }) => ({ slug: `${slugOf(title)}-${id.slice(-12)}`, confidenceScore: 1 }),
  dated: ({ status, claimedAt, verifiedAt }, now) => ({
    ...(status === "claimed" && !claimedAt && { claimedAt: now }),
    ...(status === "verified" && !verifiedAt && { verifiedAt: now }),
  }),
  beside: ADDRESS_AND_CATEGORIES,
  tell,
};

export const listProviderRecords = listing(PROVIDER_KIND);
export const getProviderRecord = reading(PROVIDER_KIND);
/** Enters a provider with its address. The contract has no event for that: partners find it when they next read. */
export const createProvider = creating(PROVIDER_KIND);
/** Changes public facts or status; one that was out of sight and stays there is nobody's matter. */
export const changeProvider = changing(PROVIDER_KIND);

/** What partners call a field, where that is another word. */
const PUBLIC_NAMES: Record<string, string> = { addressLine1: "address", addressLine2: "address", postalCode: "zip" };

async function tell(ctx: InTx<AdminCtx>, { before, after, fields }: Written<typeof providers>): Promise<void> {
  if (before === undefined) return;
  const { id: providerId, status } = after;
  const changedFields = [...new Set(fields.map((name) => PUBLIC_NAMES[name] ?? name))];
  const shown = isVisible(PROVIDER_KIND, after) ? { changedFields } : {};
  await recordDirectoryEvent(ctx, providerUpdated, providerId, { providerId, status, ...shown });
}
