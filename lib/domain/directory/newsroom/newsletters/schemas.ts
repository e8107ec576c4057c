import { z } from "zod";
import { Count, CountRow, NextActions, Ratio } from "@/lib/domain/directory/figures/schemas";
import { CanonicalUrl, filterAnyOf } from "@/lib/domain/directory/newsroom/articles/schemas";
import {
  DELIVERY_ATTEMPT_STATUSES,
  DELIVERY_MODES,
  DELIVERY_PROVIDERS,
  PUBLIC_NEWSLETTER_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";
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

const LinkedArticle = z.object({ id: z.string(), title: z.string(), slug: z.string(), canonicalUrl: CanonicalUrl });

/** What holds for the delivery of every edition. */
export const DELIVERY_RULES = {
  status: "public_only",
  recipientDetailsExposed: false,
  deliveryAttemptsExposed: false,
  unsubscribeRequired: true,
} as const;

/** A newsletter edition that is approved, scheduled or sent. */
export const Newsletter = z
  .object({
    id: z.string(),
    status: z.enum(PUBLIC_NEWSLETTER_STATUSES),
    subject: z.string(),
    audience: z.array(z.string()),
    intro: z.string().optional(),
    scheduledFor: IsoTime.optional(),
    sentAt: IsoTime.optional(),
    createdAt: IsoTime,
    articleIds: z.array(z.string()).meta({ description: "Those of published articles." }),
    articleCount: Count,
    linkedArticles: z.array(LinkedArticle),
    deliveryRules: z.object({
      status: z.literal(DELIVERY_RULES.status),
      recipientDetailsExposed: z.literal(DELIVERY_RULES.recipientDetailsExposed),
      deliveryAttemptsExposed: z.literal(DELIVERY_RULES.deliveryAttemptsExposed),
      unsubscribeRequired: z.literal(DELIVERY_RULES.unsubscribeRequired),
    }),
  })
  .meta({ id: "Newsletter" });
export type Newsletter = z.output<typeof Newsletter>;

export const ListNewslettersQuery = PageQuery.extend({
  audience: filterAnyOf,
  status: filterOneOf(PUBLIC_NEWSLETTER_STATUSES),
  q: filterText.meta({ description: "Text within subject, intro or the titles of linked articles." }),
});
export type ListNewslettersQuery = z.output<typeof ListNewslettersQuery>;

export const NewsletterList = pagedOf(
  Newsletter,
  ListMeta.extend({
    filters: z.object({
      audience: z.array(z.string()),
      status: z.enum(PUBLIC_NEWSLETTER_STATUSES).optional(),
      q: z.string().optional(),
    }),
  }),
);
export type NewsletterList = z.output<typeof NewsletterList>;

/** Opens, clicks and leads that a newsletter brought one provider. */
const response = { opens: Count, clicks: Count, leads: Count, clickThroughRate: Ratio };

export const NewsletterSummary = z
  .object({
    provider: ProviderRef,
    generatedAt: IsoTime,
    totals: z.object({
      newsletters: Count,
      deliveryAttempts: Count,
      sentAttempts: Count,
      blockedAttempts: Count,
      ...response,
    }),
    distributions: z.object({
      editionsByStatus: z.array(CountRow),
      editionsByAudience: z.array(CountRow),
      deliveryAttemptsByStatus: z.array(CountRow),
      deliveryAttemptsByProvider: z.array(CountRow),
    }),
    editions: z.array(
      Newsletter.pick({ id: true, subject: true, status: true, audience: true, sentAt: true }).extend(response),
    ),
    deliveryHealth: z.array(
      z.object({
        editionId: z.string(),
        status: z.enum(DELIVERY_ATTEMPT_STATUSES),
        deliveryProvider: z.enum(DELIVERY_PROVIDERS),
        deliveryMode: z.enum(DELIVERY_MODES),
        blockers: z.array(z.string()),
        sentAt: IsoTime.optional(),
        createdAt: IsoTime,
      }),
    ),
    blockers: z.array(z.string()),
    nextActions: NextActions,
  })
  .meta({ id: "NewsletterSummary" });
export type NewsletterSummary = z.output<typeof NewsletterSummary>;

export const ProviderNewsletterSummary = z.object({ data: NewsletterSummary, meta: LookupMeta });
export type ProviderNewsletterSummary = z.output<typeof ProviderNewsletterSummary>;
