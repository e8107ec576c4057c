import { z } from "zod";
import { filterList, filterText, ListMeta, PageQuery, pagedOf } from "@/lib/domain/directory/paging/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

export const CanonicalUrl = z.string().meta({ example: "/guides/choosing-memory-care" });
export const filterAnyOf = filterList.meta({ description: "One or more, separated by commas; any of them matches." });

/** A published article. Its body is shown by its first 420 characters. */
export const Article = z
  .object({
    id: z.string(),
    title: z.string(),
    slug: z.string(),
    dek: z.string().optional(),
    byline: z.string(),
    bodyPreview: z.string(),
    sourceLinks: z.array(z.object({ title: z.string().optional(), url: z.string() })),
    aiAssisted: z.boolean(),
    publishedAt: IsoTime.optional(),
    createdAt: IsoTime,
    topicTags: z.array(z.string()),
    audience: z.array(z.string()),
    canonicalUrl: CanonicalUrl,
  })
  .meta({ id: "Article" });
export type Article = z.output<typeof Article>;

export const ListArticlesQuery = PageQuery.extend({
  audience: filterAnyOf,
  topicTag: filterAnyOf,
  topicTags: filterAnyOf,
  q: filterText.meta({ description: "Text within title, dek, preview, tags or audience." }),
  slug: filterText,
});
export type ListArticlesQuery = z.output<typeof ListArticlesQuery>;

export const ArticleList = pagedOf(
  Article,
  ListMeta.extend({
    filters: z.object({
      audience: z.array(z.string()),
      topicTags: z.array(z.string()),
      q: z.string().optional(),
      slug: z.string().optional(),
    }),
  }),
);
export type ArticleList = z.output<typeof ArticleList>;
