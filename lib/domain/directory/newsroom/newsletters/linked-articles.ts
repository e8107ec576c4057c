import { sql } from "drizzle-orm";
import { articles } from "@/db/schema/directory-newsroom";
import { visibleArticle } from "@/lib/domain/directory/newsroom/visibility";

/** The rows of the published articles that an edition links, in its order, as `linked(id, title, slug, position)`. */
export const linkedArticles = () => sql`(
  select articles.id, articles.title, articles.slug, named.position
  from unnest(newsletter_editions.article_ids) with ordinality as named(id, position)
  join ${articles} on articles.id = named.id and ${visibleArticle()}
) as linked`;
