import { type SQL, sql } from "drizzle-orm";
import type { PartnerCtx } from "@/lib/domain/context";
import { dashboardSpan } from "@/lib/domain/giving/dashboard/dashboard-span";
import { actionFigures, ownWithin, tokenFigures } from "@/lib/domain/giving/dashboard/figures";
import type { Summary, SummaryQuery } from "@/lib/domain/giving/dashboard/schemas";
import { dueReturns, instantOf } from "@/lib/domain/giving/token-pools/pool-columns";
import { instantText, type Span } from "@/lib/domain/shared/period";

/** Every statement here names its columns as the answer does, and casts them to what JavaScript reads as numbers. */
async function only<T>(ctx: PartnerCtx, statement: SQL): Promise<T> {
  const [row] = (await ctx.db.execute(statement)) as unknown as T[];
  return row!;
}

/** An action is counted once: as completed, failed or reversed, in part or whole; those under way only in the total. */
function actionsOf(ctx: PartnerCtx, span: Span): Promise<Summary["actions"]> {
  return only(
    ctx,
    sql`
    with counted as (
      select action_type, status, sum(count)::float8 as count from ${actionFigures(ctx, span)} group by 1, 2
    )
    select
      coalesce(sum(count), 0) as total,
      coalesce(sum(count) filter (where status = 'COMPLETED'), 0) as completed,
      coalesce(sum(count) filter (where status = 'FAILED'), 0) as failed,
      coalesce(sum(count) filter (where status in ('REVERSED', 'PARTIALLY_REVERSED')), 0) as reversed,
      (select coalesce(jsonb_object_agg(action_type, count), '{}')
        from (select action_type, sum(count)::bigint as count from counted group by 1 having sum(count) > 0) as typed
      ) as "byType"
    from counted`,
  );
}

function tokensOf(ctx: PartnerCtx, span: Span): Promise<Summary["tokens"]> {
  return only(
    ctx,
    sql`
    select distributed, reversed, distributed - reversed as net, balance as "poolBalance", allocated as "poolAllocated"
    from (
      select
        coalesce(sum(tokens) filter (where type = 'DISTRIBUTION'), 0)::float8 as distributed,
        coalesce(sum(tokens) filter (where type = 'REVERSAL'), 0)::float8 as reversed
      from ${tokenFigures(ctx, span)}
    ) as moved, (
      select coalesce(sum(balance + ${dueReturns(instantOf(ctx.now))}), 0)::float8 as balance,
        coalesce(sum(allocated), 0)::float8 as allocated
      from token_pools where partner_id = ${ctx.partner.id} and environment = ${ctx.environment}
    ) as pools`,
  );
}

const TOP_CAMPAIGNS = 5;

/** The campaigns that gave most, net of what was taken back. */
async function topCampaignsOf(ctx: PartnerCtx, span: Span): Promise<Summary["topCampaigns"]> {
  const rows = await ctx.db.execute(sql`
    select campaigns.id, campaigns.name, net.tokens
    from (
      select campaign_id, sum(case type when 'DISTRIBUTION' then tokens else -tokens end)::float8 as tokens
      from ${tokenFigures(ctx, span)}
      where campaign_id is not null and type in ('DISTRIBUTION', 'REVERSAL') group by 1
    ) as net
    join campaigns on campaigns.id = net.campaign_id
      and campaigns.partner_id = ${ctx.partner.id} and campaigns.environment = ${ctx.environment}
    where net.tokens > 0 order by net.tokens desc, campaigns.id limit ${TOP_CAMPAIGNS}`);
  return rows as unknown as Summary["topCampaigns"];
}

/**
 * Recipients there were at the end of the span, those who came in it, and those whose account moved in it: one look into
 * the index for each recipient, however many movements there are.
 */
function usersOf(ctx: PartnerCtx, span: Span): Promise<Summary["users"]> {
  const [from, to] = [sql`${instantText(span.from)}::timestamptz`, sql`${instantText(span.to)}::timestamptz`];
  return only(
    ctx,
    sql`
    select
      count(*)::int as total,
      count(*) filter (where created_at >= ${from})::int as new,
      count(moved.id)::int as active
    from partner_users left join lateral (
      select id from transactions
      where partner_user_id = partner_users.id and created_at >= ${from} and created_at < ${to}
      order by created_at limit 1
    ) as moved on true
    where partner_id = ${ctx.partner.id} and environment = ${ctx.environment} and created_at < ${to}`,
  );
}

function apiOf(ctx: PartnerCtx, span: Span): Promise<Summary["api"]> {
  return only(
    ctx,
    sql`
    select
      count(*)::int as requests,
      count(*) filter (where status >= 400)::int as errors,
      count(*) filter (where status = 429)::int as "rateLimited"
    from api_requests where ${ownWithin(ctx, span, sql`at`)}`,
  );
}

async function webhooksOf(ctx: PartnerCtx, span: Span): Promise<Summary["webhooks"]> {
  const { delivered, failed } = await only<{ delivered: number; failed: number }>(
    ctx,
    sql`
    select
      count(*) filter (where status = 'SUCCEEDED')::int as delivered,
      count(*) filter (where status in ('FAILED', 'EXHAUSTED'))::int as failed
    from deliveries where ${ownWithin(ctx, span, sql`created_at`)}`,
  );
  return { delivered, failed, successRate: rate(delivered, delivered + failed) };
}

/** Donations asked for in the span and those of them that were paid; amounts are what was paid in it and not given back. */
async function donationsOf(ctx: PartnerCtx, span: Span): Promise<Summary["donations"]> {
  const { count, completed, amountByCurrency } = await only<Omit<Summary["donations"], "conversionRate">>(
    ctx,
    sql`
    select count(*)::int as count, count(completed_at)::int as completed,
      (select coalesce(jsonb_object_agg(currency, amount), '{}') from (
        select donations.currency, sum(charges.amount)::bigint as amount
        from (
          select donation_id, amount from donation_charges
          where ${ownWithin(ctx, span, sql`at`)} and status = 'COMPLETED'
        ) as charges join donations on donations.id = charges.donation_id
        group by 1
      ) as paid) as "amountByCurrency"
    from donations where ${ownWithin(ctx, span, sql`created_at`)}`,
  );
  return { count, completed, amountByCurrency, conversionRate: rate(completed, count) };
}

const rate = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000);

/** The figures of a span of time; pools as they are now. */
export async function getSummary(ctx: PartnerCtx, input: SummaryQuery): Promise<Summary> {
  const span = dashboardSpan(ctx.now, input);
  const [actions, tokens, users, donations, api, webhooks, topCampaigns] = await Promise.all([
    actionsOf(ctx, span),
    tokensOf(ctx, span),
    usersOf(ctx, span),
    donationsOf(ctx, span),
    apiOf(ctx, span),
    webhooksOf(ctx, span),
    topCampaignsOf(ctx, span),
  ]);
  return {
    period: { from: span.from.toISOString(), to: span.to.toISOString() },
    actions,
    tokens,
    users,
    donations,
    api,
    webhooks,
    topCampaigns,
  };
}
