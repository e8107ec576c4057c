import { articles, contentSources, newsletterEditions } from "@/db/schema/directory-newsroom";
import { isOneOf } from "@/lib/domain/directory/is-one-of";
import { PUBLIC_NEWSLETTER_STATUSES } from "@/lib/domain/directory/newsroom/statuses";

/** The articles that partners see. */
export const visibleArticle = () => isOneOf(articles.status, ["published"]);

/** The newsletters that partners see. */
export const visibleNewsletter = () => isOneOf(newsletterEditions.status, PUBLIC_NEWSLETTER_STATUSES);

/** The sources that partners see. */
export const visibleSource = () => isOneOf(contentSources.reviewStatus, ["approved"]);
