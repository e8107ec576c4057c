import { eq, sql } from "drizzle-orm";
import { newsletterDeliveryAttempts, newsletterEditions } from "@/db/schema/directory-newsroom";
import type { Ctx } from "@/lib/domain/context";
import { countRows, readRow } from "@/lib/domain/directory/figures/figures-sql";
import { ratio } from "@/lib/domain/directory/figures/ratio";
import { deliveryBlockers, judgeNewsletters } from "@/lib/domain/directory/newsroom/newsletters/judge-newsletters";
import type { NewsletterSummary, ProviderNewsletterSummary } from "@/lib/domain/directory/newsroom/newsletters/schemas";
import type { PublicNewsletterStatus } from "@/lib/domain/directory/newsroom/statuses";
import { visibleNewsletter } from "@/lib/domain/directory/newsroom/visibility";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import type { ProviderParams } from "@/lib/domain/directory/providers/schemas";

type Attempt = Pick<NewsletterSummary["deliveryHealth"][number], "status">;
type EditionRow = Awaited<ReturnType<typeof readEditions>>[number];

/** Public editions for those who run places. */
const inScope = () => sql`${visibleNewsletter()} and ${newsletterEditions.audience} && array['providers', 'operators']`;

const sumOf = (metric: string) => sql`coalesce(sum(value) filter (where metric_key = ${metric}), 0)::float8`;

/** The editions, each with what it brought this provider. */
function readEditions(ctx: Ctx, providerId: string) {
  const { id, subject, status, audience, scheduledFor, sentAt, createdAt } = newsletterEditions;
  const figure = (name: string) => sql<number>`coalesce(${sql.identifier(name)}, 0)`;
  return ctx.db
    .select({
      ...{ id, subject, status, audience, sentAt },
      ...{ opens: figure("opens"), clicks: figure("clicks"), leads: figure("leads"), metrics: figure("metrics") },
    })
    .from(newsletterEditions)
    .leftJoin(
      sql`(
        select subject_id, ${sumOf("newsletter_open")} as opens, ${sumOf("newsletter_click")} as clicks,
          ${sumOf("lead")} as leads, sum(count)::float8 as metrics
        from content_metric_sums
        where provider_id = ${providerId} and subject_type = 'newsletter'
          and metric_key in ('newsletter_open', 'newsletter_click', 'lead')
        group by subject_id
      ) as brought`,
      sql`brought.subject_id = ${id}`,
    )
    .where(inScope())
    .orderBy(sql`coalesce(${scheduledFor}, ${sentAt}, ${createdAt}) desc, ${id}`);
}

/** How the editions went out; of an error only that there was one. */
function readAttempts(ctx: Ctx) {
  const { editionId, status, deliveryProvider, deliveryMode, error, sentAt, createdAt } = newsletterDeliveryAttempts;
  return ctx.db
    .select({
      ...{ editionId, status, deliveryProvider, deliveryMode, sentAt, createdAt },
      hasError: sql<boolean>`${error} is not null`,
    })
    .from(newsletterDeliveryAttempts)
    .innerJoin(newsletterEditions, eq(newsletterEditions.id, editionId))
    .where(inScope())
    .orderBy(sql`${createdAt} desc, ${newsletterDeliveryAttempts.id}`);
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
      editions: editions.map(({ metrics: _, sentAt, ...row }) => ({
        ...row,
        // The condition leaves no other status.
        status: row.status as PublicNewsletterStatus,
        ...(sentAt && { sentAt: sentAt.toISOString() }),
        clickThroughRate: ratio(row.clicks, row.opens),
      })),
      deliveryHealth: attempts.map(({ hasError, sentAt, createdAt, ...row }) => ({
        ...row,
        ...(sentAt && { sentAt: sentAt.toISOString() }),
        createdAt: createdAt.toISOString(),
        blockers: deliveryBlockers({ status: row.status, hasError }),
      })),
      ...judgeNewsletters({ ...totals, taggedMetrics: total(editions, "metrics") }),
    },
    meta: { lookup },
  };
}
