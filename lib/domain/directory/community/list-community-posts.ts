import { and, eq, sql } from "drizzle-orm";
import { communityPosts } from "@/db/schema/directory-community";
import type { Ctx } from "@/lib/domain/context";
import { postColumns, presentPost } from "@/lib/domain/directory/community/present-post";
import type { ListPostsQuery, PostList } from "@/lib/domain/directory/community/schemas";
import { visiblePost } from "@/lib/domain/directory/community/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { findFilteredProvider, ofProvider } from "@/lib/domain/directory/providers/find-visible-provider";

/** Published posts, newest first. */
export async function listCommunityPosts(ctx: Ctx, input: ListPostsQuery): Promise<PostList> {
  const { city, state, postType, communityId } = input;
  const providerId = await findFilteredProvider(ctx, input.providerId);
  const filters = { city, state, postType, providerId: providerId ?? input.providerId, communityId };
  const where = and(
    visiblePost(),
    city === undefined ? undefined : sql`lower(${communityPosts.city}) = lower(${city})`,
    state === undefined ? undefined : sql`lower(${communityPosts.state}) = lower(${state})`,
    postType && eq(communityPosts.postType, postType),
    ofProvider(communityPosts.providerId, providerId),
    communityId === undefined ? undefined : eq(communityPosts.communityId, communityId),
  );
  const pagination = paginate(await countMatching(ctx, communityPosts, where), input);
  const rows = await ctx.db
    .select(postColumns)
    .from(communityPosts)
    .where(where)
    .orderBy(sql`${communityPosts.createdAt} desc nulls last, ${communityPosts.id}`)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  return { data: rows.map(presentPost), meta: { ...listMeta(pagination), filters } };
}
