import { eq } from "drizzle-orm";
import { communities, communityPosts } from "@/db/schema/directory-community";
import { providers } from "@/db/schema/directory-providers";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import type { CreatePost } from "@/lib/domain/directory/community/changes/schemas";
import type { PostStatus } from "@/lib/domain/directory/community/statuses";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed, Made } from "@/lib/domain/directory/content/schemas";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import { communityPostCreated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Row = typeof communityPosts.$inferSelect;

/** Of a post that partners do not see only the ids and the status are told. */
async function tell(ctx: InTx<Ctx>, row: Row): Promise<void> {
  const { id: postId, communityId, providerId, postType, status, isSponsored, createdAt } = row;
  const shown = status === "published" ? { postType, isSponsored, createdAt: createdAt.toISOString() } : {};
  const ids = { postId, ...(communityId && { communityId }), ...(providerId && { providerId }) };
  await recordDirectoryEvent(ctx, communityPostCreated, postId, { ...ids, status, ...shown });
}

async function requirePlaces(ctx: InTx<Ctx>, { communityId, providerId }: CreatePost): Promise<void> {
  if (communityId !== undefined) {
    const [community] = await ctx.db.select().from(communities).where(eq(communities.id, communityId));
    if (!community) fail("record_not_found", { message: "No such community." });
  }
  if (providerId === undefined) return;
  const [provider] = await ctx.db.select().from(providers).where(eq(providers.id, providerId));
  if (!provider) fail("provider_not_found");
}

/** Enters a post, for moderation unless it is to be published at once. */
export async function createPost(ctx: AdminCtx, input: CreatePost): Promise<Made> {
  const { reason, ...columns } = input;
  return inTransaction(ctx, async (ctx) => {
    await requirePlaces(ctx, input);
    const id = newUuidId("community-post");
    await requirePolicy(ctx, { subjectType: "community_post", subjectId: id, texts: [input.title, input.body] });
    const [row] = await ctx.db
      .insert(communityPosts)
      .values({ id, ...columns, createdAt: ctx.now, updatedAt: ctx.now })
      .returning();
    const { postType, status, isSponsored } = input;
    await auditChange(ctx, {
      ...{ action: "community_post.created", targetType: "community_post", targetId: id, reason },
      after: { postType, status, isSponsored },
    });
    await tell(ctx, row!);
    return { data: { id, status, createdAt: ctx.now.toISOString() } };
  });
}

/** Publishes a post, hides it or takes it out; subscribers hear of it when that changes whether it is to be seen. */
export async function moderatePost(
  ctx: AdminCtx,
  { id, status, reason }: { id: string; status: PostStatus; reason: string },
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(communityPosts).where(eq(communityPosts.id, id)).for("no key update");
    if (!before) fail("record_not_found");
    if (before.status === status) return { data: presentContent(before, ["published"]) };
    const [after] = await ctx.db
      .update(communityPosts)
      .set({ status, updatedAt: ctx.now })
      .where(eq(communityPosts.id, id))
      .returning();
    await auditChange(ctx, {
      ...{ action: "community_post.moderated", targetType: "community_post", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    if (before.status === "published" || status === "published") await tell(ctx, after!);
    return { data: presentContent(after!, ["published"]) };
  });
}
