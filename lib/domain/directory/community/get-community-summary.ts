import { and, eq, sql } from "drizzle-orm";
import { communityPosts } from "@/db/schema/directory-community";
import type { Ctx } from "@/lib/domain/context";
import { presentRecentPost, recentPostColumns } from "@/lib/domain/directory/community/present-post";
import type { CommunitySummary, ProviderCommunitySummary } from "@/lib/domain/directory/community/schemas";
import { visiblePost } from "@/lib/domain/directory/community/visibility";
import { countRows, isoTime, readRow } from "@/lib/domain/directory/figures/figures-sql";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

type Summary = CommunitySummary["summary"];
type SummaryRow = Omit<Summary, "latestPublishedAt"> & { latestPublishedAt: string | null };

const RECENT = 10;

const place = sql`nullif(concat_ws(', ', nullif(city, ''), nullif(state, '')), '')`;

async function readSummary(ctx: Ctx, providerId: string): Promise<Summary> {
  const row = await readRow<SummaryRow>(
    ctx,
    sql`
    with own as materialized (
      select post_type, city, state, is_sponsored, created_at from ${communityPosts}
      where ${communityPosts.providerId} = ${providerId} and ${visiblePost()}
    )
    select
      count(*)::int as "publishedPosts",
      count(*) filter (where is_sponsored)::int as "sponsoredPosts",
      count(*) filter (where not is_sponsored)::int as "organicPosts",
      ${countRows(sql`post_type`, sql`own`)} as "postsByType",
      ${countRows(place, sql`own`)} as "postsByLocation",
      ${isoTime(sql`max(created_at)`)} as "latestPublishedAt"
    from own`,
  );
  return omitNulls(row);
}

/** A provider's published posts by type and place, and the newest of them. */
export async function getCommunitySummary(ctx: Ctx, input: ProviderParams): Promise<ProviderCommunitySummary> {
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  const [summary, recent] = await Promise.all([
    readSummary(ctx, ref.id),
    ctx.db
      .select(recentPostColumns)
      .from(communityPosts)
      .where(and(eq(communityPosts.providerId, ref.id), visiblePost()))
      .orderBy(sql`${communityPosts.createdAt} desc nulls last, ${communityPosts.id}`)
      .limit(RECENT),
  ]);
  const recentPosts = recent.map(presentRecentPost);
  return {
    data: { provider: ref, generatedAt: ctx.now.toISOString(), summary, recentPosts },
    meta: { lookup },
  };
}
