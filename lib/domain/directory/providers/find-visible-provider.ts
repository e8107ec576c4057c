import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { providerLocations, providers } from "@/db/schema/directory-providers";
import type { Ctx } from "@/lib/domain/context";
import type { Lookup } from "@/lib/domain/directory/paging/schemas";
import type { ProviderRef } from "@/lib/domain/directory/providers/schemas";
import type { PublicProviderStatus } from "@/lib/domain/directory/providers/statuses";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import { fail } from "@/lib/errors";

export type VisibleProvider = { ref: ProviderRef; lookup: Lookup };

/**
 * The provider with this id, else with this slug. Fails with `provider_not_found`, for one that partners do not see as for
 * one that never was.
 */
export async function findVisibleProvider(ctx: Ctx, idOrSlug: string): Promise<VisibleProvider> {
  const [row] = await ctx.db
    .select({
      id: providers.id,
      slug: providers.slug,
      name: providers.name,
      status: providers.status,
      city: sql<string>`coalesce(${providerLocations.city}, '')`,
      state: sql<string>`coalesce(${providerLocations.state}, '')`,
    })
    .from(providers)
    .leftJoin(providerLocations, and(eq(providerLocations.providerId, providers.id), eq(providerLocations.position, 0)))
    .where(and(or(eq(providers.id, idOrSlug), eq(providers.slug, idOrSlug)), visibleProvider()))
    .orderBy(desc(eq(providers.id, idOrSlug)))
    .limit(1);
  if (!row) fail("provider_not_found");
  // The condition leaves no other status.
  const ref = { ...row, status: row.status as PublicProviderStatus };
  return { ref, lookup: { requestedId: idOrSlug, matchedId: row.id, matchedSlug: row.slug } };
}

/** The provider that a list's filter names: its id, undefined without a filter, null for one that partners do not see. */
export async function findFilteredProvider(ctx: Ctx, idOrSlug: string | undefined): Promise<string | null | undefined> {
  if (idOrSlug === undefined) return undefined;
  const [row] = await ctx.db
    .select({ id: providers.id })
    .from(providers)
    .where(and(or(eq(providers.id, idOrSlug), eq(providers.slug, idOrSlug)), visibleProvider()))
    .orderBy(desc(eq(providers.id, idOrSlug)))
    .limit(1);
  return row?.id ?? null;
}

/** Rows of the provider that a filter named: all without a filter, none for one that partners do not see. */
export function ofProvider(column: PgColumn, providerId: string | null | undefined): SQL | undefined {
  if (providerId === undefined) return undefined;
  return providerId === null ? sql`false` : eq(column, providerId);
}
