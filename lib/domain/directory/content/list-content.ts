import { and, eq, ilike, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { communityPosts } from "@/db/schema/directory-community";
import { communityEvents } from "@/db/schema/directory-events";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { articles, contentSources, newsletterEditions } from "@/db/schema/directory-newsroom";
import { providers } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import type { AdminCtx } from "@/lib/domain/context";
import { PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { ContentList, ContentQuery } from "@/lib/domain/directory/content/schemas";
import { PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { PUBLIC_NEWSLETTER_STATUSES } from "@/lib/domain/directory/newsroom/statuses";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { containsPattern } from "@/lib/domain/shared/like";

type Kind = {
  table: PgTable & Record<"id" | "createdAt" | "updatedAt", PgColumn>;
  title: PgColumn;
  status: PgColumn;
  visible: readonly string[];
};

/** The verb that lists one kind of record, latest first, whether partners see it or not. */
function listOf({ table, title, status, visible }: Kind) {
  return async (ctx: AdminCtx, input: ContentQuery): Promise<ContentList> => {
    const where = and(
      input.status === undefined ? undefined : eq(status, input.status),
      input.q === undefined ? undefined : ilike(title, containsPattern(input.q)),
    );
    const pagination = paginate(await countMatching(ctx, table, where), input);
    const { id, createdAt, updatedAt } = table;
    const rows = await ctx.db
      .select({ id, title, status, createdAt, updatedAt })
      .from(table)
      .where(where)
      .orderBy(sql`${createdAt} desc nulls last, ${id}`)
      .limit(pagination.pageSize)
      .offset(pagination.offset);
    // The columns of a kind hold what their names say; the builder does not know it of a column it was handed.
    const data = rows.map((row) => presentContent(row as Parameters<typeof presentContent>[0], visible));
    return { data, meta: listMeta(pagination) };
  };
}

export const listProviderRecords = listOf({
  ...{ table: providers, title: providers.name, status: providers.status },
  visible: PUBLIC_PROVIDER_STATUSES,
});

/** Found by the name that the reviewer chose to show. */
export const listReviewRecords = listOf({
  ...{ table: reviews, title: reviews.reviewerName, status: reviews.status },
  visible: ["published"],
});

export const listPostRecords = listOf({
  ...{ table: communityPosts, title: communityPosts.title, status: communityPosts.status },
  visible: ["published"],
});

export const listEventRecords = listOf({
  ...{ table: communityEvents, title: communityEvents.title, status: communityEvents.status },
  visible: PUBLIC_EVENT_STATUSES,
});

export const listArticleRecords = listOf({
  ...{ table: articles, title: articles.title, status: articles.status },
  visible: ["published"],
});

export const listNewsletterRecords = listOf({
  ...{ table: newsletterEditions, title: newsletterEditions.subject, status: newsletterEditions.status },
  visible: PUBLIC_NEWSLETTER_STATUSES,
});

export const listSourceRecords = listOf({
  ...{ table: contentSources, title: contentSources.name, status: contentSources.reviewStatus },
  visible: ["approved"],
});

export const listCampaignRecords = listOf({
  ...{ table: marketingCampaigns, title: marketingCampaigns.name, status: marketingCampaigns.status },
  visible: PUBLIC_CAMPAIGN_STATUSES,
});
