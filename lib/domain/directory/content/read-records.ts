import { and, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import type { AdminCtx } from "@/lib/domain/context";
import {
  type ContentKind,
  presentRecord,
  requireRecord,
  storedStatus,
} from "@/lib/domain/directory/content/content-kind";
import type { ContentList, ContentQuery, ContentRecord } from "@/lib/domain/directory/content/schemas";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { fromNearerEnd } from "@/lib/domain/directory/paging/nearer-end";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { containsPattern } from "@/lib/domain/shared/like";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

type Table = ContentKind["table"];

/** The verb that lists a kind of record, latest first, whether partners see it or not. */
export function listing<T extends Table>(kind: ContentKind<T>) {
  // A kind names columns of its own table.
  const columns = kind.table as unknown as Record<string, Table["id"]>;
  const [title, status] = [columns[kind.title]!, columns[kind.status]!];
  return async (ctx: AdminCtx, input: ContentQuery): Promise<ContentList> => {
    const where = and(
      input.status === undefined ? undefined : eq(status, storedStatus(kind, input.status)),
      input.q === undefined ? undefined : ilike(title, containsPattern(input.q)),
    );
    const pagination = paginate(await countListed(ctx, kind, input, where), input);
    const { id, createdAt, updatedAt } = kind.table;
    const newestFirst = sql`${createdAt} desc nulls last, ${id}`;
    const oldestFirst = sql`${createdAt} asc nulls first, ${id} desc`;
    const { isReversed, offset, limit } = fromNearerEnd(pagination);
    const page = ctx.db
      .select({ id })
      .from(kind.table as Table)
      .where(where)
      .orderBy(isReversed ? oldestFirst : newestFirst)
      .limit(limit)
      .offset(offset)
      .as("page");
    const rows = await ctx.db
      .select({ id, [kind.title]: title, [kind.status]: status, createdAt, updatedAt })
      .from(page)
      .innerJoin(kind.table as Table, eq(id, page.id))
      .orderBy(newestFirst);
    return { data: rows.map((row) => presentRecord(kind, row as never)), meta: listMeta(pagination) };
  };
}

/** How many records a list has: those of a tallied status are not gone through. */
async function countListed<T extends Table>(
  ctx: AdminCtx,
  { table, status, tallied }: ContentKind<T>,
  asked: ContentQuery,
  where: SQL | undefined,
): Promise<number> {
  const isTallied = tallied && asked.q === undefined && (asked.status ?? tallied.status) === tallied.status;
  if (!isTallied) return countMatching(ctx, table, where);
  const column = (table as unknown as Record<string, Table["id"]>)[status]!;
  const others = asked.status === undefined ? await countMatching(ctx, table, inArray(column, [...tallied.others])) : 0;
  return others + (await tallied.count(ctx));
}

/** The verb that reads one record with the fields that administrators write; what is empty is left out. */
export function reading<T extends Table>(kind: ContentKind<T>) {
  return async (ctx: AdminCtx, { id }: { id: string }): Promise<{ data: ContentRecord }> => {
    const row = await requireRecord(ctx, kind, { id });
    const own = Object.fromEntries(kind.fields.map((name) => [name, shown(row[name])]));
    const fields = { ...own, ...(await kind.beside?.read(ctx, id)) };
    return { data: { ...presentRecord(kind, row), fields: omitNulls(fields) as ContentRecord["fields"] } };
  };
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
