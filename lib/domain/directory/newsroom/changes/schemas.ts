import { z } from "zod";
import { line, prose, Reason, recordChange, statusAmong, WebUrl } from "@/lib/domain/directory/content/schemas";
import {
  ARTICLE_STATUSES,
  CONTENT_SOURCE_TYPES,
  NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";
import { IsoTimeInput } from "@/lib/domain/shared/schemas";

const TAGS_MAX = 50;
const LINKS_MAX = 50;
const tags = (title: string, description?: string) =>
  z
    .array(line(100))
    .max(TAGS_MAX)
    .meta({ title, ...(description && { description }) })
    .default([]);

const ArticleFields = z.object({
  title: line(200, { title: "Title" }),
  byline: line(200, { title: "Byline", description: "Who wrote it, as readers see it." }),
  dek: line(500, { title: "Dek", description: "One sentence below the title." }).optional(),
  body: line(100_000, { title: "Body", description: "Partners see its first 420 characters." }),
  topicTags: tags("Topic tags", "Without any, they are read from the words."),
  audience: tags("Audience", "Such as families or providers. Without any, it is read from the words."),
  sourceLinks: z
    .array(z.object({ url: WebUrl, title: line(200).optional() }))
    .max(LINKS_MAX)
    .meta({ title: "Source links", description: "What readers can look up." })
    .default([]),
  aiAssisted: z.boolean().meta({ title: "Written with the help of AI" }).default(false),
});

export const CreateArticle = ArticleFields.extend({
  status: statusAmong(["draft", "pending_review", "approved", "published"]).default("draft"),
  reason: Reason,
});
export type CreateArticle = z.output<typeof CreateArticle>;

export const ChangeArticle = recordChange(ArticleFields, ARTICLE_STATUSES);
export type ChangeArticle = z.output<typeof ChangeArticle>;

const NewsletterFields = z.object({
  subject: line(200, { title: "Subject" }),
  intro: prose.meta({ title: "Introduction" }).optional(),
  audience: tags("Audience", "Such as families, providers or operators."),
  articleIds: tags("Article IDs", "In the order in which it links them."),
  scheduledFor: IsoTimeInput.meta({ title: "Goes out" }).optional(),
});

export const CreateNewsletter = NewsletterFields.extend({
  status: statusAmong(["draft", "pending_approval", "approved", "scheduled"]).default("draft"),
  reason: Reason,
});
export type CreateNewsletter = z.output<typeof CreateNewsletter>;

export const ChangeNewsletter = recordChange(NewsletterFields, NEWSLETTER_STATUSES);
export type ChangeNewsletter = z.output<typeof ChangeNewsletter>;

const SourceFields = z.object({
  name: line(200, { title: "Name" }),
  sourceType: z.enum(CONTENT_SOURCE_TYPES, `must be one of ${CONTENT_SOURCE_TYPES.join(", ")}`).meta({ title: "Type" }),
  url: WebUrl.meta({ title: "Address" }).optional(),
  copyrightNotes: prose.meta({ title: "Attribution", description: "What whoever quotes it has to say." }).optional(),
});

export const CreateSource = SourceFields.extend({
  status: statusAmong(SOURCE_REVIEW_STATUSES).default("pending"),
  reason: Reason,
});
export type CreateSource = z.output<typeof CreateSource>;

export const ChangeSource = recordChange(SourceFields, SOURCE_REVIEW_STATUSES);
export type ChangeSource = z.output<typeof ChangeSource>;
