import { z } from "zod";
import { POST_TYPES } from "@/lib/domain/directory/community/statuses";
import { Count, CountRow } from "@/lib/domain/directory/figures/schemas";
import {
  filterOneOf,
  filterText,
  ListMeta,
  LookupMeta,
  PageQuery,
  pagedOf,
} from "@/lib/domain/directory/paging/schemas";
import { ProviderRef } from "@/lib/domain/directory/providers/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

const disclosureLabel = z.string().optional().meta({ description: "Always there when the post is sponsored." });

/** A published post. `authorName` is a display name. */
export const CommunityPost = z
  .object({
    id: z.string(),
    communityId: z.string().optional(),
    providerId: z.string().optional(),
    authorName: z.string().optional(),
    postType: z.enum(POST_TYPES),
    status: z.literal("published"),
    title: z.string(),
    body: z.string().optional(),
    city: z.string().optional(),
    state: z.string().optional(),
    isSponsored: z.boolean(),
    disclosureLabel,
    createdAt: IsoTime,
  })
  .meta({ id: "CommunityPost" });
export type CommunityPost = z.output<typeof CommunityPost>;

export const ListPostsQuery = PageQuery.extend({
  city: filterText,
  state: filterText,
  postType: filterOneOf(POST_TYPES),
  providerId: filterText.meta({ description: "Id or slug of a provider." }),
  communityId: filterText,
});
export type ListPostsQuery = z.output<typeof ListPostsQuery>;

const PostFilters = z.object({
  city: z.string().optional(),
  state: z.string().optional(),
  postType: z.enum(POST_TYPES).optional(),
  providerId: z.string().optional(),
  communityId: z.string().optional(),
});

export const PostList = pagedOf(CommunityPost, ListMeta.extend({ filters: PostFilters }));
export type PostList = z.output<typeof PostList>;

export const CommunitySummary = z
  .object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    summary: z.object({
      publishedPosts: Count,
      sponsoredPosts: Count,
      organicPosts: Count,
      postsByType: z.array(CountRow),
      postsByLocation: z.array(CountRow).meta({ description: 'By "City, ST"; posts without a place are left out.' }),
      latestPublishedAt: IsoTime.optional(),
    }),
    recentPosts: z
      .array(
        CommunityPost.pick({
          id: true,
          communityId: true,
          postType: true,
          title: true,
          city: true,
          state: true,
          isSponsored: true,
          disclosureLabel: true,
          createdAt: true,
        }),
      )
      .meta({ description: "The newest ten." }),
  })
  .meta({ id: "CommunitySummary" });
export type CommunitySummary = z.output<typeof CommunitySummary>;

export const ProviderCommunitySummary = z.object({ data: CommunitySummary, meta: LookupMeta });
export type ProviderCommunitySummary = z.output<typeof ProviderCommunitySummary>;
