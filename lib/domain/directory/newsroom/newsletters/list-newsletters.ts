import { and, eq, or, sql } from "drizzle-orm";
import { newsletterEditions } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { canonicalUrlOf } from "@/lib/domain/directory/newsroom/articles/present-article";
import { holdsText, namesAnyOf } from "@/lib/domain/directory/newsroom/matching";
import { linkedArticles } from "@/lib/domain/directory/newsroom/newsletters/linked-articles";
import {
  DELIVERY_RULES,
  type ListNewslettersQuery,
  type Newsletter,
  type NewsletterList,
} from "@/lib/domain/directory/newsroom/newsletters/schemas";
import type { PublicNewsletterStatus } from "@/lib/domain/directory/newsroom/statuses";
import { visibleNewsletter } from "@/lib/domain/directory/newsroom/visibility";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { containsPattern } from "@/lib/domain/shared/like";

type Linked = { id: string; title: string; slug: string }[];

const columns = {
  id: newsletterEditions.id,
  status: newsletterEditions.status,
  subject: newsletterEditions.subject,
  audience: newsletterEditions.audience,
  intro: newsletterEditions.intro,
  scheduledFor: newsletterEditions.scheduledFor,
  sentAt: newsletterEditions.sentAt,
  createdAt: newsletterEditions.createdAt,
  linked: sql<Linked>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'slug', slug) order by position), '[]')
    from ${linkedArticles()})`,
};

/** Editions whose subject, intro or linked titles hold a text. */
function mentions(q: string | undefined) {
  const { subject, intro } = newsletterEditions;
  if (q === undefined) return undefined;
  return or(
    holdsText(q, [subject, intro]),
    sql`exists (select 1 from ${linkedArticles()} where lower(title) like ${containsPattern(q)})`,
  );
}

/** Public editions, the latest first. */
export async function listNewsletters(ctx: Ctx, input: ListNewslettersQuery): Promise<NewsletterList> {
  const { audience, status, q } = input;
  const { scheduledFor, sentAt, createdAt, id } = newsletterEditions;
  const where = and(
    visibleNewsletter(),
    namesAnyOf(newsletterEditions.audience, audience),
    status && eq(newsletterEditions.status, status),
    mentions(q),
  );
  const pagination = paginate(await countMatching(ctx, newsletterEditions, where), input);
  const rows = await ctx.db
    .select(columns)
    .from(newsletterEditions)
    .where(where)
    .orderBy(sql`coalesce(${scheduledFor}, ${sentAt}, ${createdAt}) desc, ${id}`)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  return {
    data: rows.map(presentNewsletter),
    meta: { ...listMeta(pagination), filters: { audience, status, q } },
  };
}

type EditionRow = Pick<
  typeof newsletterEditions.$inferSelect,
  Exclude<keyof typeof columns, "linked"> & keyof typeof newsletterEditions.$inferSelect
> & { linked: Linked };

function presentNewsletter({ linked, intro, scheduledFor, sentAt, createdAt, ...row }: EditionRow): Newsletter {
  return {
    ...row,
    // The condition of visibility leaves no other status.
    status: row.status as PublicNewsletterStatus,
    ...(intro !== null && { intro }),
    ...(scheduledFor && { scheduledFor: scheduledFor.toISOString() }),
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    createdAt: createdAt.toISOString(),
    articleIds: linked.map(({ id }) => id),
    articleCount: linked.length,
    linkedArticles: linked.map((article) => ({ ...article, canonicalUrl: canonicalUrlOf(article.slug) })),
    deliveryRules: DELIVERY_RULES,
  };
}
