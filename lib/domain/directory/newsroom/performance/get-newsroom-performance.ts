import { type SQL, sql } from "drizzle-orm";
import { articles, newsletterEditions } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { readRow } from "@/lib/domain/directory/figures/figures-sql";
import { ratio } from "@/lib/domain/directory/figures/ratio";
import { nextPerformanceActions } from "@/lib/domain/directory/newsroom/performance/next-actions";
import type {
  ContentPerformance,
  NewsroomPerformance,
  PerformanceQuery,
} from "@/lib/domain/directory/newsroom/performance/schemas";
import { visibleArticle, visibleNewsletter } from "@/lib/domain/directory/newsroom/visibility";

type Unrated<T> = Omit<T, "clickThroughRate">;
type Row = {
  totals: Unrated<ContentPerformance["totals"]>;
  byChannel: Unrated<ContentPerformance["byChannel"][number]>[];
  topContent: Unrated<ContentPerformance["topContent"][number]>[];
};

const TOP = 10;
const sum = (column: SQL) => sql`coalesce(sum(${column}), 0)::float8`;

/** The sums of what partners see, by subject and channel; metrics of derivatives and of hidden content have no row. */
function shown({ subjectType, subjectId, channel }: PerformanceQuery): SQL {
  const filters = [
    subjectType && sql`sums.subject_type = ${subjectType}`,
    subjectId && sql`sums.subject_id = ${subjectId}`,
    channel && sql`sums.channel = ${channel}`,
  ].filter((filter) => filter !== undefined && filter !== "");
  return sql`
    select sums.*, subjects.title from content_channel_sums as sums join (
      select 'article' as type, id, title from ${articles} where ${visibleArticle()}
      union all
      select 'newsletter', id, subject from ${newsletterEditions} where ${visibleNewsletter()}
    ) as subjects on subjects.type = sums.subject_type and subjects.id = sums.subject_id
    where sums.metrics > 0 ${filters.length > 0 ? sql` and ${sql.join(filters, sql` and `)}` : sql``}`;
}

/** How published articles and public newsletters are read, in sums that are kept as metrics come in. */
export async function getNewsroomPerformance(ctx: Ctx, input: PerformanceQuery): Promise<NewsroomPerformance> {
  const { subjectType, subjectId, channel } = input;
  const row = await readRow<Row>(
    ctx,
    sql`
    with shown as materialized (${shown(input)})
    select
      (select jsonb_build_object(
        'metrics', ${sum(sql`metrics`)}, 'views', ${sum(sql`views`)}, 'clicks', ${sum(sql`clicks`)},
        'shares', ${sum(sql`shares`)}, 'saves', ${sum(sql`saves`)},
        'newsletterOpens', ${sum(sql`newsletter_opens`)}, 'newsletterClicks', ${sum(sql`newsletter_clicks`)},
        'leads', ${sum(sql`leads`)}
      ) from shown) as totals,
      (select coalesce(jsonb_agg(to_jsonb(channels) order by channel collate "C"), '[]') from (
        select channel, ${sum(sql`views`)} as views, ${sum(sql`clicks + newsletter_clicks`)} as clicks,
          ${sum(sql`leads`)} as leads
        from shown group by channel
      ) as channels) as "byChannel",
      (select coalesce(jsonb_agg(to_jsonb(best)), '[]') from (
        select subject_type as "subjectType", subject_id as "subjectId", title, channel, views,
          clicks + newsletter_clicks as clicks, leads
        from shown
        order by views + clicks + newsletter_clicks + leads desc, subject_id, channel limit ${TOP}
      ) as best) as "topContent"`,
  );
  const rated = <T extends { clicks: number; views: number }>(figures: T) => ({
    ...figures,
    clickThroughRate: ratio(figures.clicks, figures.views),
  });
  const totals = rated(row.totals);
  return {
    data: {
      generatedAt: ctx.now.toISOString(),
      filters: { subjectType, subjectId, channel },
      totals,
      byChannel: row.byChannel.map(rated),
      topContent: row.topContent.map(rated),
      nextActions: nextPerformanceActions(totals),
    },
    meta: {},
  };
}
