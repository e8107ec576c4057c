import { eq } from "drizzle-orm";
import { articles, contentSources, newsletterEditions } from "@/db/schema/directory-newsroom";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed } from "@/lib/domain/directory/content/schemas";
import {
  type ArticleStatus,
  type NewsletterStatus,
  PUBLIC_NEWSLETTER_STATUSES,
  type SourceReviewStatus,
} from "@/lib/domain/directory/newsroom/statuses";
import { fail } from "@/lib/errors";

// The contract names no events of the newsroom: these changes are audited, and partners see them when they next read.

type Change<S> = { id: string; status: S; reason: string };

/** Moves an article; one that is published for the first time is dated so. */
export async function changeArticleStatus(
  ctx: AdminCtx,
  { id, status, reason }: Change<ArticleStatus>,
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(articles).where(eq(articles.id, id)).for("no key update");
    if (!before) fail("record_not_found");
    if (before.status === status) return { data: presentContent(before, ["published"]) };
    const publishedAt = before.publishedAt ?? (status === "published" ? ctx.now : null);
    const [after] = await ctx.db
      .update(articles)
      .set({ status, publishedAt, updatedAt: ctx.now })
      .where(eq(articles.id, id))
      .returning();
    await auditChange(ctx, {
      ...{ action: "article.moved", targetType: "article", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    return { data: presentContent(after!, ["published"]) };
  });
}

/** Moves a newsletter edition; one that was sent for the first time is dated so. */
export async function changeNewsletterStatus(
  ctx: AdminCtx,
  { id, status, reason }: Change<NewsletterStatus>,
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const named = eq(newsletterEditions.id, id);
    const [before] = await ctx.db.select().from(newsletterEditions).where(named).for("no key update");
    if (!before) fail("record_not_found");
    const present = (row: typeof before) => presentContent({ ...row, title: row.subject }, PUBLIC_NEWSLETTER_STATUSES);
    if (before.status === status) return { data: present(before) };
    const sentAt = before.sentAt ?? (status === "sent" ? ctx.now : null);
    const [after] = await ctx.db
      .update(newsletterEditions)
      .set({ status, sentAt, updatedAt: ctx.now })
      .where(named)
      .returning();
    await auditChange(ctx, {
      ...{ action: "newsletter.moved", targetType: "newsletter", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    return { data: present(after!) };
  });
}

/** Decides on a content source. */
export async function reviewContentSource(
  ctx: AdminCtx,
  { id, status, reason }: Change<SourceReviewStatus>,
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const named = eq(contentSources.id, id);
    const [before] = await ctx.db.select().from(contentSources).where(named).for("no key update");
    if (!before) fail("record_not_found");
    const present = (row: typeof before) =>
      presentContent({ ...row, title: row.name, status: row.reviewStatus }, ["approved"]);
    if (before.reviewStatus === status) return { data: present(before) };
    const [after] = await ctx.db
      .update(contentSources)
      .set({ reviewStatus: status, updatedAt: ctx.now })
      .where(named)
      .returning();
    await auditChange(ctx, {
      ...{ action: "content_source.reviewed", targetType: "content_source", targetId: id, reason },
      ...{ before: { status: before.reviewStatus }, after: { status } },
    });
    return { data: present(after!) };
  });
}
