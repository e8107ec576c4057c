import { type SQL, sql } from "drizzle-orm";
import type { PartnerCtx } from "@/lib/domain/context";
import { dashboardSpan } from "@/lib/domain/giving/dashboard/dashboard-span";
import { actionFigures, ownWithin, tokenFigures } from "@/lib/domain/giving/dashboard/figures";
import { intervalsOf, POINTS_MAX } from "@/lib/domain/giving/dashboard/intervals";
import type { Interval, Metric, Timeseries, TimeseriesQuery } from "@/lib/domain/giving/dashboard/schemas";
import type { Span } from "@/lib/domain/shared/period";
import { fail } from "@/lib/errors";

/** Where a metric's values come from: `t`, and what is added up or counted for an interval. */
type Source = { from: SQL; t: SQL; value: SQL };

function tokensSource(ctx: PartnerCtx, span: Span, interval: Interval, type: "DISTRIBUTION" | "REVERSAL"): Source {
  const value = sql`sum(tokens) filter (where type = ${type})`;
  if (interval !== "hour") return { from: tokenFigures(ctx, span), t: sql`t`, value };
  return { from: sql`transactions where ${ownWithin(ctx, span, sql`created_at`)}`, t: sql`created_at`, value };
}

function actionsSource(ctx: PartnerCtx, span: Span, interval: Interval): Source {
  if (interval !== "hour") return { from: actionFigures(ctx, span), t: sql`t`, value: sql`sum(count)` };
  const from = sql`actions where ${ownWithin(ctx, span, sql`created_at`)}`;
  return { from, t: sql`created_at`, value: sql`count(*)` };
}

const requestsSource = (ctx: PartnerCtx, span: Span, value: SQL): Source => ({
  from: sql`api_requests where ${ownWithin(ctx, span, sql`at`)}`,
  t: sql`at`,
  value,
});

/** Payments of donations, not given back; amounts are those in the partner's first currency. */
const chargesSource = (ctx: PartnerCtx, span: Span, value: SQL): Source => ({
  from: sql`(
    select donation_charges.at, donation_charges.amount, donations.currency
    from donation_charges join donations on donations.id = donation_charges.donation_id
    where donation_charges.partner_id = ${ctx.partner.id} and donation_charges.environment = ${ctx.environment}
      and donation_charges.at >= ${span.from.toISOString()}::timestamptz
      and donation_charges.at < ${span.to.toISOString()}::timestamptz and donation_charges.status = 'COMPLETED'
  ) as charges`,
  t: sql`at`,
  value,
});

const SOURCES: Record<Metric, (ctx: PartnerCtx, span: Span, interval: Interval) => Source> = {
  actions: actionsSource,
  tokens_distributed: (ctx, span, interval) => tokensSource(ctx, span, interval, "DISTRIBUTION"),
  tokens_reversed: (ctx, span, interval) => tokensSource(ctx, span, interval, "REVERSAL"),
  donations: (ctx, span) => chargesSource(ctx, span, sql`count(*)`),
  donation_amount: (ctx, span) =>
    chargesSource(ctx, span, sql`sum(amount) filter (where currency = ${ctx.partner.currencies[0]})`),
  active_users: (ctx, span) => ({
    from: sql`transactions where ${ownWithin(ctx, span, sql`created_at`)}`,
    t: sql`created_at`,
    value: sql`count(distinct partner_user_id)`,
  }),
  api_requests: (ctx, span) => requestsSource(ctx, span, sql`count(*)`),
  api_errors: (ctx, span) => requestsSource(ctx, span, sql`count(*) filter (where status >= 400)`),
};

async function readValues(ctx: PartnerCtx, { from, t, value }: Source, interval: Interval) {
  const rows = (await ctx.db.execute(sql`
    select extract(epoch from date_trunc(${interval}, ${t}, 'UTC'))::float8 as start, coalesce(${value}, 0)::float8 as value
    from ${from} group by 1`)) as unknown as { start: number; value: number }[];
  return new Map(rows.map((row) => [row.start * 1000, row.value]));
}

/** A metric by UTC interval; the first and the last point hold what lies inside the span asked for. */
export async function getTimeseries(ctx: PartnerCtx, input: TimeseriesQuery): Promise<Timeseries> {
  const { metric, interval } = input;
  const span = dashboardSpan(ctx.now, input);
  const starts = intervalsOf(span, interval);
  if (!starts) {
    const issue = `gives more than ${POINTS_MAX} points: choose a longer interval or a shorter period`;
    fail("validation_error", { details: [{ field: "interval", issue }] });
  }
  const values = await readValues(ctx, SOURCES[metric](ctx, span, interval), interval);
  const points = starts.map((start) => ({ t: start.toISOString(), value: values.get(start.getTime()) ?? 0 }));
  return { metric, interval, points };
}
