import { communityPosts } from "@/db/schema/directory-community";
import type { CommunityPost, CommunitySummary } from "@/lib/domain/directory/community/schemas";
import { labelOf } from "@/lib/domain/directory/disclosure-label";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

/** What a summary shows of a post. */
export const recentPostColumns = {
  id: communityPosts.id,
  communityId: communityPosts.communityId,
  postType: communityPosts.postType,
  title: communityPosts.title,
  city: communityPosts.city,
  state: communityPosts.state,
  isSponsored: communityPosts.isSponsored,
  disclosureLabel: communityPosts.disclosureLabel,
  createdAt: communityPosts.createdAt,
};

/** What the list shows of it. */
export const postColumns = {
  ...recentPostColumns,
  providerId: communityPosts.providerId,
  authorName: communityPosts.authorName,
  body: communityPosts.body,
};

type PostRow = typeof communityPosts.$inferSelect;
type RecentRow = Pick<PostRow, keyof typeof recentPostColumns>;

/** A sponsored post always has its label, and another one has none (contract 5.14). */
export function presentRecentPost(row: RecentRow): CommunitySummary["recentPosts"][number] {
  const { disclosureLabel, createdAt, ...rest } = row;
  return {
    ...omitNulls(rest),
    ...(row.isSponsored && { disclosureLabel: labelOf(disclosureLabel) }),
    createdAt: createdAt.toISOString(),
  };
}

export function presentPost({
  providerId,
  authorName,
  body,
  ...row
}: Pick<PostRow, keyof typeof postColumns>): CommunityPost {
  return { ...presentRecentPost(row), ...omitNulls({ providerId, authorName, body }), status: "published" };
}
