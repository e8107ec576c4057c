import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";
import { readRow } from "@/lib/domain/directory/figures/figures-sql";
import { judgeNewsroom } from "@/lib/domain/directory/newsroom/readiness/judge-newsroom";
import type { NewsroomReadiness, NewsroomReadinessAnswer } from "@/lib/domain/directory/newsroom/readiness/schemas";

type Figures = Pick<
  NewsroomReadiness,
  "sourceRegistrySummary" | "sourceSummary" | "articleSummary" | "derivativeSummary"
>;

/** An object of counts over a table: all of its rows, and those of each named condition. */
function countsOf(table: SQL, conditions: Record<string, SQL>): SQL {
  const counts = Object.entries(conditions).map(
    ([name, condition]) => sql`${name}::text, count(*) filter (where ${condition})`,
  );
  return sql`(select jsonb_build_object('total', count(*), ${sql.join(counts, sql`, `)}) from ${table})`;
}

/** How ready the newsroom is, in counts. */
export async function getNewsroomReadiness(ctx: Ctx): Promise<NewsroomReadinessAnswer> {
  const figures = await readRow<Figures>(
    ctx,
    sql`select
      ${countsOf(sql`content_sources`, {
        approved: sql`review_status = 'approved'`,
        pending: sql`review_status = 'pending'`,
        needsLegalReview: sql`review_status = 'needs_legal_review'`,
        blocked: sql`review_status = 'blocked'`,
        rss: sql`source_type = 'rss'`,
      })} as "sourceRegistrySummary",
      ${countsOf(sql`news_items`, {
        newItems: sql`status = 'new'`,
        triagedItems: sql`status = 'triaged'`,
        blockedByPolicy: sql`status = 'blocked_by_policy'`,
      })} as "sourceSummary",
      ${countsOf(sql`articles`, {
        published: sql`status = 'published'`,
        approved: sql`status = 'approved'`,
        pendingReview: sql`status = 'pending_review'`,
        blockedByPolicy: sql`status = 'blocked_by_policy'`,
      })} as "articleSummary",
      ${countsOf(sql`article_derivatives`, {
        socialPosts: sql`derivative_type = 'social_post'`,
        newsletterBlurbs: sql`derivative_type = 'newsletter_blurb'`,
        podcastBriefs: sql`derivative_type = 'podcast_brief'`,
        appFeedPosts: sql`derivative_type = 'app_feed_post'`,
      })} as "derivativeSummary"`,
  );
  return { data: { generatedAt: ctx.now.toISOString(), ...figures, ...judgeNewsroom(figures) }, meta: {} };
}
