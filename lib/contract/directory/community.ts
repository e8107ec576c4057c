import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { ListPostsQuery, PostList, ProviderCommunitySummary } from "@/lib/domain/directory/community/schemas";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const tag = "Community";

export const getCommunitySummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/community-summary",
  id: "getCommunitySummary",
  tag,
  summary: "Read a provider's community summary",
  description: "The provider's published posts by type and place, and the titles of the newest ten.",
  apiScope: "community:read",
  audit: { eventType: "partner.providers.community_summary", subjectType: "community_posts" },
  contentRules: {
    providerScopedPublishedPostsOnly: true,
    sponsorshipDisclosuresPreserved: true,
    authorIdentityExcluded: true,
    bodyTextExcluded: true,
    moderationStatusExcluded: true,
    commentsExcluded: true,
    memberIdentityExcluded: true,
  },
  params: ProviderParams,
  response: ProviderCommunitySummary,
  errors: ["provider_not_found"],
});

export const listCommunityPosts = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/community/posts",
  id: "listCommunityPosts",
  tag,
  summary: "List published community posts",
  description: "The newest first. City and state match whole and in any case; a sponsored post says so by its label.",
  apiScope: "community:read",
  audit: { eventType: "partner.community.posts.list", subjectType: "community_posts" },
  query: ListPostsQuery,
  response: PostList,
});
