import { articles } from "@/db/schema/directory-newsroom";
import type { Article } from "@/lib/domain/directory/newsroom/articles/schemas";

/** What is shown of an article: of its body, the preview. */
export const articleColumns = {
  id: articles.id,
  title: articles.title,
  slug: articles.slug,
  dek: articles.dek,
  byline: articles.byline,
  bodyPreview: articles.bodyPreview,
  sourceLinks: articles.sourceLinks,
  aiAssisted: articles.aiAssisted,
  publishedAt: articles.publishedAt,
  createdAt: articles.createdAt,
  topicTags: articles.shownTopicTags,
  audience: articles.shownAudience,
};

type Shown = keyof typeof articles.$inferSelect & keyof typeof articleColumns;
type ArticleRow = Pick<typeof articles.$inferSelect, Shown>;

/** Where the platform's own site shows an article. */
export const canonicalUrlOf = (slug: string) => `/guides/${slug}`;

export function presentArticle({ dek, publishedAt, createdAt, ...row }: ArticleRow): Article {
  return {
    ...row,
    ...(dek !== null && { dek }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    createdAt: createdAt.toISOString(),
    canonicalUrl: canonicalUrlOf(row.slug),
  };
}
