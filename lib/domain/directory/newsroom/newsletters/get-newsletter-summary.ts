import { sql } from "drizzle-orm";
import { newsletterEditions } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { countRows, isoTime, readRow, readRows } from "@/lib/domain/directory/figures/figures-sql";
import { ratio } from "@/lib/domain/directory/figures/ratio";
import { deliveryBlockers, judgeNewsletters } from "@/lib/domain/directory/newsroom/newsletters/judge-newsletters";
import type { NewsletterSummary, ProviderNewsletterSummary } from "@/lib/domain/directory/newsroom/newsletters/schemas";
import { visibleNewsletter } from "@/lib/domain/directory/newsroom/visibility";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

type Edition = NewsletterSummary["editions"][number];
type EditionRow = Omit<Edition, "sentAt" | "clickThroughRate"> & { sentAt: string | null; metrics: number };
type Attempt = Omit<NewsletterSummary["deliveryHealth"][number], "sentAt" | "blockers">;
type AttemptRow = Attempt & { sentAt: string | null; hasError: boolean };

/** Public editions for those who run places. */
const inScope = () => sql`${visibleNewsletter()} and ${newsletterEditions.audience} && array['providers', 'operators']`;

const latestFirst = sql`coalesce(newsletter_editions.scheduled_for, newsletter_editions.sent_at,
  newsletter_editions.created_at) desc, newsletter_editions.id`;
const sumOf = (metric: string) => sql`coalesce(sum(value) filter (where metric_key = ${metric}), 0)::float8`;

/** The editions, each with what it brought this provider. */
function readEditions(ctx: Ctx, providerId: string): Promise<EditionRow[]> {
  return readRows(
    ctx,
    sql`
    select id, subject, status, audience, ${isoTime(sql`sent_at`)} as "sentAt", brought.*
    from ${newsletterEditions} cross join lateral (
      select ${sumOf("newsletter_open")} as opens, ${sumOf("newsletter_click")} as clicks, ${sumOf("lead")} as leads,
        coalesce(sum(count) filter (where metric_key in ('newsletter_open', 'newsletter_click', 'lead')), 0)::float8
          as metrics
      from content_metric_sums
      where provider_id = ${providerId} and subject_type = 'newsletter' and subject_id = newsletter_editions.id
    ) as brought
    where ${inScope()} order by ${latestFirst}`,
  );
}

/** How the editions went out; of an error only that there was one. */
function readAttempts(ctx: Ctx): Promise<AttemptRow[]> {
  return readRows(
    ctx,
    sql`
    select attempts.edition_id as "editionId", attempts.status, attempts.delivery_provider as "deliveryProvider",
      attempts.delivery_mode as "deliveryMode", attempts.error is not null as "hasError",
      ${isoTime(sql`attempts.sent_at`)} as "sentAt", ${isoTime(sql`attempts.created_at`)} as "createdAt"
    from newsletter_delivery_attempts as attempts
    join ${newsletterEditions} on newsletter_editions.id = attempts.edition_id
    where ${inScope()} order by attempts.created_at desc, attempts.id`,
  );
}

function readDistributions(ctx: Ctx): Promise<NewsletterSummary["distributions"]> {
  return readRow(
    ctx,
    sql`
    with own as materialized (select id, status, audience from ${newsletterEditions} where ${inScope()}),
    attempts as materialized (
      select status, delivery_provider from newsletter_delivery_attempts where edition_id in (select id from own)
    )
    select
      ${countRows(sql`status`, sql`own`)} as "editionsByStatus",
      ${countRows(sql`name`, sql`(select unnest(audience) as name from own) as named`)} as "editionsByAudience",
      ${countRows(sql`status`, sql`attempts`)} as "deliveryAttemptsByStatus",
      ${countRows(sql`delivery_provider`, sql`attempts`)} as "deliveryAttemptsByProvider"`,
  );
}

const total = (rows: readonly EditionRow[], field: "opens" | "clicks" | "leads" | "metrics") =>
  rows.reduce((sum, row) => sum + row[field], 0);

/** Newsletters for those who run places, how they went out, and what they brought one provider. */
export async function getNewsletterSummary(ctx: Ctx, input: ProviderParams): Promise<ProviderNewsletterSummary> {
  const { ref, lookup } = await findVisibleProvider(ctx, input.id);
  const [editions, attempts, distributions] = await Promise.all([
    readEditions(ctx, ref.id),
    readAttempts(ctx),
    readDistributions(ctx),
  ]);
  const [opens, clicks] = [total(editions, "opens"), total(editions, "clicks")];
  const countOf = (status: Attempt["status"]) => attempts.filter((attempt) => attempt.status === status).length;
  const totals = {
    newsletters: editions.length,
    deliveryAttempts: attempts.length,
    sentAttempts: countOf("sent"),
    blockedAttempts: countOf("blocked"),
    ...{ opens, clicks, leads: total(editions, "leads"), clickThroughRate: ratio(clicks, opens) },
  };
  return {
    data: {
      provider: ref,
      generatedAt: ctx.now.toISOString(),
      totals,
      distributions,
      editions: editions.map(({ metrics: _, ...row }) => ({
        ...omitNulls(row),
        clickThroughRate: ratio(row.clicks, row.opens),
      })),
      deliveryHealth: attempts.map(({ hasError, ...row }) => ({
        ...omitNulls(row),
        blockers: deliveryBlockers({ status: row.status, hasError }),
      })),
      ...judgeNewsletters({ ...totals, taggedMetrics: total(editions, "metrics") }),
    },
    meta: { lookup },
  };
}
