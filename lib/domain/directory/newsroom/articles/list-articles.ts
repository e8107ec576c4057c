import { and, like, sql } from "drizzle-orm";
import { articles } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { articleColumns, presentArticle } from "@/lib/domain/directory/newsroom/articles/present-article";
import type { ArticleList, ListArticlesQuery } from "@/lib/domain/directory/newsroom/articles/schemas";
import { namesAnyOf } from "@/lib/domain/directory/newsroom/matching";
import { visibleArticle } from "@/lib/domain/directory/newsroom/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { containsPattern } from "@/lib/domain/shared/like";

/** Published articles, newest first. */
export async function listArticles(ctx: Ctx, input: ListArticlesQuery): Promise<ArticleList> {
  const { audience, q, slug } = input;
  const topicTags = [...new Set([...input.topicTag, ...input.topicTags])];
  const { shownTopicTags, shownAudience, searchText } = articles;
  const where = and(
    visibleArticle(),
    namesAnyOf(shownAudience, audience),
    namesAnyOf(shownTopicTags, topicTags),
    q === undefined ? undefined : like(searchText, containsPattern(q)),
    slug === undefined ? undefined : sql`lower(${articles.slug}) = lower(${slug})`,
  );
  const pagination = paginate(await countMatching(ctx, articles, where), input);
  const rows = await ctx.db
    .select(articleColumns)
    .from(articles)
    .where(where)
    .orderBy(sql`${articles.publishedAt} desc nulls last, ${articles.id}`)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  return {
    data: rows.map(presentArticle),
    meta: { ...listMeta(pagination), filters: { audience, topicTags, q, slug } },
  };
}
