import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  providerCategories,
  providerCategoryAssignments,
  providerLocations,
  providerSources,
  providers,
} from "@/db/schema/directory-providers";
import type { Provider } from "@/lib/domain/directory/providers/schemas";
import type { PublicProviderStatus } from "@/lib/domain/directory/providers/statuses";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

const categoryNames = sql<string[]>`array(
  select ${providerCategories.name} from ${providerCategoryAssignments}
    join ${providerCategories} on ${providerCategories.id} = ${providerCategoryAssignments.categoryId}
  where ${providerCategoryAssignments.providerId} = ${providers.id}
  order by ${providerCategories.sortOrder}, ${providerCategories.name})`;

/** What the facts were last taken from. */
function latestSource(db: Db) {
  return db
    .select({
      sourceName: providerSources.sourceName,
      sourceUrl: providerSources.sourceUrl,
      fetchedAt: providerSources.fetchedAt,
      confidence: providerSources.confidence,
    })
    .from(providerSources)
    .where(eq(providerSources.providerId, providers.id))
    .orderBy(sql`${providerSources.fetchedAt} desc nulls last`, providerSources.id)
    .limit(1)
    .as("source");
}

function selectProviders(db: Db, ids: readonly string[]) {
  const source = latestSource(db);
  return db
    .select({
      id: providers.id,
      name: providers.name,
      slug: providers.slug,
      status: providers.status,
      categories: categoryNames,
      addressLine1: providerLocations.addressLine1,
      addressLine2: providerLocations.addressLine2,
      city: providerLocations.city,
      state: providerLocations.state,
      zip: providerLocations.postalCode,
      phone: sql<string | null>`coalesce(${providers.phone}, ${providerLocations.phone})`,
      websiteUrl: providers.websiteUrl,
      imageUrl: providers.imageUrl,
      priceLabel: providers.priceLabel,
      summary: providers.summary,
      confidenceScore: providers.confidenceScore,
      updatedAt: providers.updatedAt,
      sourceName: source.sourceName,
      sourceUrl: source.sourceUrl,
      fetchedAt: source.fetchedAt,
      confidence: source.confidence,
    })
    .from(providers)
    .leftJoin(providerLocations, and(eq(providerLocations.providerId, providers.id), eq(providerLocations.position, 0)))
    .leftJoinLateral(source, sql`true`)
    .where(and(inArray(providers.id, [...ids]), visibleProvider()))
    .orderBy(providers.name, providers.id);
}

type Row = Awaited<ReturnType<typeof selectProviders>>[number];

/** A record that names no source is the directory's own. */
function presentSource(row: Row): Provider["source"] {
  const { sourceName, sourceUrl, fetchedAt, confidence } = row;
  if (sourceName === null || fetchedAt === null || confidence === null) {
    return { name: "Directory record", fetchedAt: row.updatedAt.toISOString(), confidence: row.confidenceScore };
  }
  const url = sourceUrl === null ? {} : { url: sourceUrl };
  return { name: sourceName, ...url, fetchedAt: fetchedAt.toISOString(), confidence };
}

function presentProvider(row: Row): Provider {
  const { addressLine1, addressLine2, city, state, sourceName, sourceUrl, fetchedAt, confidence, updatedAt, ...rest } =
    row;
  const address = [addressLine1, addressLine2].filter(Boolean).join(", ") || null;
  return {
    ...omitNulls({ ...rest, address }),
    // The condition leaves no other status.
    status: row.status as PublicProviderStatus,
    city: city ?? "",
    state: state ?? "",
    source: presentSource(row),
  };
}

/** The providers of these ids that partners see, by name. */
export async function readProviders(db: Db, ids: readonly string[]): Promise<Provider[]> {
  if (ids.length === 0) return [];
  return (await selectProviders(db, ids)).map(presentProvider);
}
