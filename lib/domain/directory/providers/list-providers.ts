import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  providerCategories,
  providerCategoryAssignments,
  providerLocations,
  providers,
} from "@/db/schema/directory-providers";
import type { Ctx } from "@/lib/domain/context";
import { isOneOf } from "@/lib/domain/directory/is-one-of";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { fromNearerEnd } from "@/lib/domain/directory/paging/nearer-end";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { readProviders } from "@/lib/domain/directory/providers/read-providers";
import { type ListProvidersQuery, Provider, type ProviderList } from "@/lib/domain/directory/providers/schemas";
import { visibleProvider } from "@/lib/domain/directory/providers/visibility";
import { containsPattern } from "@/lib/domain/shared/like";
import { Prepared } from "@/lib/domain/shared/prepared";
import { changeListener } from "@/lib/platform/change-listener";
import { singleton } from "@/lib/platform/singleton";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

/** What triggers announce when anything changes that the list shows. */
const TAGS = ["directory:providers"];
/** A page of a hundred has about 50 KiB. */
const PAGES_MAX = 500;
const COUNTS_MAX = 2_000;

const pages = () =>
  singleton("provider-pages", () => new SnapshotCache<Prepared<ProviderList>>(changeListener(), () => TAGS, PAGES_MAX));

const counts = () =>
  singleton("provider-counts", () => new SnapshotCache<number>(changeListener(), () => TAGS, COUNTS_MAX));

/** Where the provider's own address lies. */
function isIn(db: Db, { city, state }: ListProvidersQuery): SQL | undefined {
  if (city === undefined && state === undefined) return undefined;
  const location = db
    .select({ one: sql`1` })
    .from(providerLocations)
    .where(
      and(
        eq(providerLocations.providerId, providers.id),
        eq(providerLocations.position, 0),
        state === undefined ? undefined : sql`lower(${providerLocations.state}) = ${state.toLowerCase()}`,
        city === undefined ? undefined : sql`lower(${providerLocations.city}) = ${city.toLowerCase()}`,
      ),
    );
  return exists(location);
}

function isOfCategory(db: Db, category: string | undefined): SQL | undefined {
  if (category === undefined) return undefined;
  const named = category.toLowerCase();
  const assignment = db
    .select({ one: sql`1` })
    .from(providerCategoryAssignments)
    .innerJoin(providerCategories, eq(providerCategories.id, providerCategoryAssignments.categoryId))
    .where(
      and(
        eq(providerCategoryAssignments.providerId, providers.id),
        sql`(${providerCategories.slug} = ${named} or lower(${providerCategories.name}) = ${named})`,
      ),
    );
  return exists(assignment);
}

function matching(db: Db, input: ListProvidersQuery): SQL {
  const { q, status, category } = input;
  return and(
    visibleProvider(),
    status === undefined ? undefined : isOneOf(providers.status, [status]),
    q === undefined ? undefined : sql`lower(${providers.name}) like ${containsPattern(q)}`,
    isIn(db, input),
    isOfCategory(db, category),
  )!;
}

/** Counting is most of the work of a page, and the same for all pages of a filter. */
async function countProviders(ctx: Ctx, { page: _, pageSize: __, ...filters }: ListProvidersQuery, condition: SQL) {
  // A number is never null.
  return (await counts().get(JSON.stringify(filters), () => countMatching(ctx, providers, condition)))!;
}

async function readPage(ctx: Ctx, input: ListProvidersQuery): Promise<ProviderList> {
  const { db } = ctx;
  const condition = matching(db, input);
  const pagination = paginate(await countProviders(ctx, input, condition), input);
  const { isReversed, offset, limit } = fromNearerEnd(pagination);
  const order = isReversed
    ? sql`${providers.name} desc, ${providers.id} desc`
    : sql`${providers.name}, ${providers.id}`;
  const ids = await db
    .select({ id: providers.id })
    .from(providers)
    .where(condition)
    .orderBy(order)
    .limit(limit)
    .offset(offset);
  const data = await readProviders(
    db,
    ids.map(({ id }) => id),
  );
  return { data, meta: listMeta(pagination) };
}

async function preparePage(ctx: Ctx, input: ListProvidersQuery): Promise<Prepared<ProviderList>> {
  const { data, meta } = await readPage(ctx, input);
  return new Prepared(JSON.stringify(data.map((row) => Provider.parse(row))), meta);
}

/**
 * Visible providers by name. Pages without a filter are kept as they are sent, until the database announces a change of
 * anything in them.
 */
export async function listProviders(ctx: Ctx, input: ListProvidersQuery): Promise<Prepared<ProviderList>> {
  const { page, pageSize, ...filters } = input;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const prepare = () => preparePage(ctx, input);
  if (isFiltered) return prepare();
  // A page that was read is never null.
  return (await pages().get(`${page} ${pageSize}`, prepare))!;
}
