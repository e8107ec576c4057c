import { and, eq, sql } from "drizzle-orm";
import { contentSources } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { holdsText } from "@/lib/domain/directory/newsroom/matching";
import type { ContentSource, ListSourcesQuery, SourceList } from "@/lib/domain/directory/newsroom/sources/schemas";
import { visibleSource } from "@/lib/domain/directory/newsroom/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

const columns = {
  id: contentSources.id,
  name: contentSources.name,
  sourceType: contentSources.sourceType,
  url: contentSources.url,
  attributionNotes: contentSources.copyrightNotes,
  createdAt: contentSources.createdAt,
};

/** Approved sources by name. */
export async function listSources(ctx: Ctx, input: ListSourcesQuery): Promise<SourceList> {
  const { sourceType, q } = input;
  const { name, url, copyrightNotes } = contentSources;
  const where = and(
    visibleSource(),
    sourceType && eq(contentSources.sourceType, sourceType),
    holdsText(q, [name, contentSources.sourceType, url, copyrightNotes]),
  );
  const pagination = paginate(await countMatching(ctx, contentSources, where), input);
  const rows = await ctx.db
    .select(columns)
    .from(contentSources)
    .where(where)
    .orderBy(sql`${name}, ${contentSources.id}`)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  return {
    data: rows.map(
      (row): ContentSource => ({
        ...omitNulls(row),
        reviewStatus: "approved",
        createdAt: row.createdAt.toISOString(),
      }),
    ),
    meta: { ...listMeta(pagination), filters: { sourceType, q } },
  };
}
