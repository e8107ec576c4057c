import { and, eq, sql } from "drizzle-orm";
import { communityPosts } from "@/db/schema/directory-community";
import type { Ctx } from "@/lib/domain/context";
import { postColumns, presentPost } from "@/lib/domain/directory/community/present-post";
import type { ListPostsQuery, PostList } from "@/lib/domain/directory/community/schemas";
import { visiblePost } from "@/lib/domain/directory/community/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { fromNearerEnd } from "@/lib/domain/directory/paging/nearer-end";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { findFilteredProvider, ofProvider } from "@/lib/domain/directory/providers/find-visible-provider";

// The order that the indexes of visible posts have, and the same from behind.
const newestFirst = sql`${communityPosts.createdAt} desc nulls last, ${communityPosts.id}`;
const oldestFirst = sql`${communityPosts.createdAt} asc nulls first, ${communityPosts.id} desc`;

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
  const { isReversed, offset, limit } = fromNearerEnd(pagination);
  const page = ctx.db
    .select({ id: communityPosts.id })
    .from(communityPosts)
    .where(where)
    .orderBy(isReversed ? oldestFirst : newestFirst)
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await ctx.db
    .select(postColumns)
    .from(page)
    .innerJoin(communityPosts, eq(communityPosts.id, page.id))
    .orderBy(newestFirst);
  return { data: rows.map(presentPost), meta: { ...listMeta(pagination), filters } };
}
