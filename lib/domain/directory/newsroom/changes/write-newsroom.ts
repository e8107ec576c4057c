import { articles, contentSources, newsletterEditions } from "@/db/schema/directory-newsroom";
import type { ContentKind } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { requireArticlesNamed } from "@/lib/domain/directory/content/require-named";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { PUBLIC_NEWSLETTER_STATUSES } from "@/lib/domain/directory/newsroom/statuses";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";

// The contract names no events of the newsroom: these changes are audited, and partners see them when they next read.

/** One that is published for the first time is dated so. */
const ARTICLE_KIND: ContentKind<typeof articles> = {
  ...{ table: articles, subject: "article", idPrefix: "article", title: "title", status: "status" },
  visible: ["published"],
  fields: ["title", "byline", "dek", "body", "topicTags", "audience", "sourceLinks", "aiAssisted"],
  texts: ["title", "byline", "dek", "body", "topicTags", "audience", "sourceLinks"],
  noted: ["title", "status", "slug"],
  ...{ moved: "article.moved", missing: "record_not_found" },
  initial: ({ id, title }) => ({ slug: `${slugOf(title)}-${id.slice(-12)}` }),
  dated: ({ status, publishedAt }, now) => (status === "published" && !publishedAt ? { publishedAt: now } : {}),
};

export const listArticleRecords = listing(ARTICLE_KIND);
export const getArticleRecord = reading(ARTICLE_KIND);
export const createArticle = creating(ARTICLE_KIND);
export const changeArticle = changing(ARTICLE_KIND);

/** An edition; one that was sent for the first time is dated so. */
const NEWSLETTER_KIND: ContentKind<typeof newsletterEditions> = {
  ...{ table: newsletterEditions, subject: "newsletter", idPrefix: "newsletter", title: "subject", status: "status" },
  visible: PUBLIC_NEWSLETTER_STATUSES,
  fields: ["subject", "intro", "audience", "articleIds", "scheduledFor"],
  texts: ["subject", "intro", "audience"],
  noted: ["subject", "status"],
  ...{ moved: "newsletter.moved", missing: "record_not_found" },
  dated: ({ status, sentAt }, now) => (status === "sent" && !sentAt ? { sentAt: now } : {}),
  requireNamed: requireArticlesNamed,
};

export const listNewsletterRecords = listing(NEWSLETTER_KIND);
export const getNewsletterRecord = reading(NEWSLETTER_KIND);
export const createNewsletter = creating(NEWSLETTER_KIND);
export const changeNewsletter = changing(NEWSLETTER_KIND);

const SOURCE_KIND: ContentKind<typeof contentSources> = {
  ...{ table: contentSources, subject: "content_source", idPrefix: "content-source" },
  ...{ title: "name", status: "reviewStatus", visible: ["approved"] },
  fields: ["name", "sourceType", "url", "copyrightNotes"],
  texts: ["name", "copyrightNotes"],
  noted: ["name", "sourceType", "reviewStatus"],
  ...{ moved: "content_source.reviewed", missing: "record_not_found" },
};

export const listSourceRecords = listing(SOURCE_KIND);
export const getSourceRecord = reading(SOURCE_KIND);
export const createSource = creating(SOURCE_KIND);
export const changeSource = changing(SOURCE_KIND);
