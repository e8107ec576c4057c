import { communityPosts } from "@/db/schema/directory-community";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import type { ContentKind, Written } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { requireCommunityNamed, requireProviderNamed } from "@/lib/domain/directory/content/require-named";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { communityPostCreated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";

const POST_KIND: ContentKind<typeof communityPosts> = {
  ...{ table: communityPosts, subject: "community_post", idPrefix: "community-post", title: "title", status: "status" },
  visible: ["published"],
  fields: [
    ...(["title", "postType", "body", "authorName", "city", "state"] as const),
    ...(["isSponsored", "disclosureLabel", "providerId", "communityId"] as const),
  ],
  texts: ["title", "body", "authorName", "city", "state", "disclosureLabel"],
  noted: ["postType", "status", "isSponsored"],
  ...{ moved: "community_post.moderated", missing: "record_not_found" },
  flaw: ({ isSponsored, disclosureLabel }) =>
    isSponsored && !disclosureLabel ? "disclosureLabel is required for a sponsored post" : undefined,
  requireNamed: async (ctx, given) => {
    await requireCommunityNamed(ctx, given);
    await requireProviderNamed(ctx, given);
  },
  tell,
};

export const listPostRecords = listing(POST_KIND);
export const getPostRecord = reading(POST_KIND);
/** Enters a post, for moderation unless it is to be published at once. */
export const createPost = creating(POST_KIND);
/** Changes a post, publishes it, hides it or takes it out; subscribers hear when that changes whether it is to be seen. */
export const changePost = changing(POST_KIND);

/** Of a post that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<AdminCtx>, { before, after }: Written<typeof communityPosts>): Promise<void> {
  const { id: postId, communityId, providerId, postType, status, isSponsored, createdAt } = after;
  if (before?.status === status) return;
  const shown = status === "published" ? { postType, isSponsored, createdAt: createdAt.toISOString() } : {};
  const ids = { postId, ...(communityId && { communityId }), ...(providerId && { providerId }) };
  await recordDirectoryEvent(ctx, communityPostCreated, postId, { ...ids, status, ...shown });
}
